import { MONDAY_MORNING } from '../support/visits'
import { arrivesAt, press, sees } from './hands'
import { licencePage } from './licences'
import { verified, visitor } from './people'
import { prepareJourneys } from './phone'

const journey = prepareJourneys({ start: MONDAY_MORNING })

test('from the wallet to the contributions: how many months, the last ones, and which is not there yet', async () => {
  const app = await journey.open({ ...(await verified(journey.stack, 'chenjianguo')), start: licencePage('wallet') })
  await press(app, /^社保缴费记录/, 'link')
  await arrivesAt(app, '社保缴费记录')
  await sees(app, /一共缴了186 个月/)
  await sees(app, /2026年11月 · .*缴费基数 4308.*还没到账.*2026年10月 · .*已缴/)
  await sees(app, /人社系统 11月23日 周一 上午8:\d\d 的结果/)
})

test('who never paid reads that, and no error', async () => {
  const app = await journey.open({ ...(await verified(journey.stack, 'wangxiuying')), start: licencePage('contributions') })
  await sees(app, /一共缴了0 个月.*没有最近的缴费记录/)
})

test('with social security down the last answer is shown with its time; with nothing kept there is another way', async () => {
  const { stack } = journey
  const first = await journey.open({ ...(await verified(stack, 'chenjianguo')), start: licencePage('contributions') })
  await sees(first, /186 个月/)
  stack.clock.advance(120_000)
  stack.fakes.setFault('social_security', { mode: 'refuse' })
  const app = await journey.open({ ...visitor('chenjianguo'), storage: first.storage(), start: licencePage('contributions') })
  await sees(app, /这是 11月23日 周一 上午8:\d\d 的结果，现在没有查到更新的.*186 个月/)

  const other = await journey.open({ ...(await verified(stack, 'lixiaohong')), start: licencePage('contributions') })
  await sees(other, /打电话问：12345/)
  stack.fakes.clearFaults()
  await other.waitFor(() => other.getByRole('button', { name: '再试一次' }))
})
