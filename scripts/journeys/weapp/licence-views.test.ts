import { MONDAY_MORNING } from '../support/visits'
import { arrivesAt, press, requestsTo, sees } from './hands'
import { chooseReason, holder, licencePage, listOf, scanWith, showPreset } from './licences'
import { verified } from './people'
import { prepareJourneys } from './phone'
import { scan } from './scan'
import { clerk, staffPage } from './staff'

const journey = prepareJourneys({ start: MONDAY_MORNING })
const LOG = '查看记录，新的在前'

test('every showing and every check is in the log, with place and purpose, and goes into a chat as a table', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await holder(stack, 'chenjianguo')), start: licencePage('wallet') })
  const staff = await journey.open({ ...(await clerk(stack)), start: staffPage('verify') })
  await chooseReason(staff)
  await showPreset(app, '证明已满 18 岁')
  await scanWith(staff, await scan(app))
  await sees(staff, /查验通过/)
  await journey.pass(61_000)
  await press(app, '看谁看过我的证照')
  await arrivesAt(app, '谁看过我的证照')
  await sees(app, /没有更早的记录了/)
  expect(listOf(app, LOG)).toMatch(
    /^对方查验了：居民身份证11月23日 周一 上午8:\d\d看到的内容：姓名、已满 18 岁在哪里：茶陵县政务服务中心为什么：窗口办理业务核对身份您出示了：居民身份证11月23日 周一 上午8:\d\d您选的内容：姓名、已满 18 岁$/,
  )

  await press(app, '导出全部记录')
  await sees(app, /记录已取出，请保存/)
  app.answers.shareFile = false
  await press(app, '发到聊天里保存')
  await sees(app, /没有保存成功，请再点一次/)
  app.answers.shareFile = true
  await press(app, '发到聊天里保存')
  await sees(app, /已保存/)
  expect(requestsTo(app, 'GET', '/v1/licence-views/export')).toBe(1)
  const file = app.report.ui.findLast(({ api }) => api === 'shareFileMessage')?.options
  expect(file).toMatchObject({ fileName: '证照查看记录-2026-11-23.csv' })
  expect(String(file?.['text'])).toMatch(/对方查验了.*茶陵县政务服务中心.*窗口办理业务核对身份/)
  expect(String(file?.['text'])).not.toMatch(/陈建国|430224/)
})

test('what a volunteer saw stands under the township office, with her words', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await holder(stack, 'wangxiuying')), start: licencePage('wallet') })
  const volunteer = await journey.open({ ...(await clerk(stack, 'volunteer')), start: staffPage('verify') })
  await press(volunteer, '其他', 'radio')
  await press(volunteer, '下一步')
  await sees(volunteer, /请写明为什么查验，2 到 60 字/)
  await volunteer.input(volunteer.getByRole('textbox', { name: '写明为什么查验' }), '上门代办高龄补贴')
  await press(volunteer, '下一步')
  await showPreset(app, '看病用')
  await scanWith(volunteer, await scan(app))
  await sees(volunteer, /查验通过/)
  await app.open('pages/me/index')
  await press(app, /^谁看过我的证照/, 'link')
  await sees(app, /医保电子凭证.*在哪里：.*便民服务中心为什么：上门代办高龄补贴/)
})

test('nobody looked yet: it says so, and whose log it is stays with them', async () => {
  const app = await journey.open({ ...(await verified(journey.stack, 'lixiaohong')), start: licencePage('views') })
  await sees(app, /还没有人看过您的证照/)
  expect(app.findAllByRole('button', { name: '导出全部记录' })).toEqual([])
})
