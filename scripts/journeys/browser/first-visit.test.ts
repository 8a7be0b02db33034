import { person } from '../../../bff/test/people'
import { arrivesAt, fillIn, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { signInByPhone } from '../support/sign-in'

const journey = prepareJourneys()
const { name, residentId, phone } = person('chenjianguo')

test('from the privacy notice to a message about a followed case', async () => {
  const { stack } = journey
  const { page, open } = await journey.visit({ agreed: false })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await open('/')
  await sees(page, '使用前请您看一看')
  expect(asked.filter((path) => path.startsWith('/v1/'))).toEqual([])
  await press(page, '同意，开始使用')

  await press(page, /^我的办件/, 'link')
  await signInByPhone(page, stack, phone)
  await arrivesAt(page, '实名认证')
  await fillIn(page, '姓名', name)
  await fillIn(page, '身份证号', residentId)
  await press(page, '核对')

  await arrivesAt(page, '我的办件')
  await press(page, /个体工商户设立登记/, 'link')
  await arrivesAt(page, '办理进度')
  await sees(page, /请补交经营场所的房产证明/)
  await press(page, '关注这件事')
  await sees(page, '已关注这件事')

  await stack.advanceCase('430224-2026-000123')
  await open('/pages/home/index')
  await press(page, /^消息.*1 条未读/, 'link')
  await arrivesAt(page, '消息')
  await press(page, /个体工商户设立登记.*未读/, 'link')
  await arrivesAt(page, '办理进度')
  await sees(page, '部门原话：决定')
  await page.goBack()
  await sees(page, '已读')
})

test('whoever does not agree is told that nothing was collected, and can still read the notices', async () => {
  const { page, open } = await journey.visit({ agreed: false })
  await open('/')
  await press(page, '暂不同意')
  await sees(page, '好的，没有收集您的任何信息')
  await press(page, '看完整的隐私说明', 'link')
  await arrivesAt(page, '隐私说明')
  await press(page, '返回')
  await arrivesAt(page, '使用前请您看一看')
})
