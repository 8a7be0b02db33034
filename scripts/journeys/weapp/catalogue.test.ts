import { MONDAY_MORNING, openHall } from '../support/visits'
import { arrivesAt, fillIn, press, sees } from './hands'
import { visitor } from './people'
import { prepareJourneys } from './phone'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)
const ITEM = '居民身份证丢失补领'

test('from the first screen to booking what was lost, without signing in', async () => {
  const app = await journey.open(visitor('chenjianguo'))
  await press(app, /^找要办的事/, 'link')
  await arrivesAt(app, '找要办的事')
  await fillIn(app, '要办什么事？', '身份证丢了')
  await press(app, '查找')
  await press(app, new RegExp(`^${ITEM}`), 'link')
  await arrivesAt(app, ITEM)
  await sees(app, /今天还有 \d+ 个名额，最早 /)
  await press(app, '预约去办的时间')
  await arrivesAt(app, '到哪里办？')
})

test('from a zone to an item and back to what is done elsewhere', async () => {
  const app = await journey.open(visitor('chenjianguo'))
  await press(app, /^养老专区/, 'link')
  await arrivesAt(app, '养老专区')
  await sees(app, /这些不在这里办.*养老院的床位/)
  await press(app, /^高龄津贴申领/, 'link')
  await arrivesAt(app, '高龄津贴申领')
  await sees(app, /便民服务中心/)
  await app.back()
  await arrivesAt(app, '养老专区')
})
