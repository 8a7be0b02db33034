import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'

const journey = prepareJourneys()
const DOORS = ['健康码', '我的证照', '预约办事', '办到哪一步了', '找人帮忙', '打电话']

test('one switch on the first screen leads to six doors, and none is a dead end', async () => {
  const { page, open } = await journey.visit()
  await open('/')
  await press(page, /长辈版/, 'switch')
  const main = page.getByRole('main')
  expect(await main.getByRole('link').allInnerTexts()).toEqual(DOORS)
  for (const door of ['健康码', '我的证照']) {
    await press(page, door, 'link')
    await arrivesAt(page, door)
    await page.getByRole('button', { name: '去登录' }).waitFor()
    await press(page, '返回')
    await arrivesAt(page, /一件事一次办/)
  }
  await press(page, '预约办事', 'link')
  await arrivesAt(page, '您要办什么事？')
  await press(page, '返回')
  await press(page, '办到哪一步了', 'link')
  await arrivesAt(page, '办到哪一步了')
  await press(page, '返回')
  await arrivesAt(page, /一件事一次办/)
  await press(page, '找人帮忙', 'link')
  await arrivesAt(page, '找人帮忙')
})

test('the text grows to the size that was chosen, on every page and after the app was closed', async () => {
  const { page, open } = await journey.visit({ elderText: 18 })
  await open('/pages/me/index')
  await press(page, /^字号/, 'link')
  await press(page, '最大', 'radio')
  const sizeOf = (words: string) =>
    page
      .getByText(words)
      .filter({ visible: true })
      .first()
      .evaluate((element) => getComputedStyle(element).fontSize)
  expect(await sizeOf('这是选好以后的样子。')).toBe('30px')
  await open('/features/proxy/pages/start/index')
  expect(await sizeOf('带上身份证')).toBe('30px')
})

test.each([
  { called: 'the phone asks for 1.4 times the usual', systemFontSize: 23, size: 23 },
  { called: 'elder mode on such a phone', systemFontSize: 23, elderText: 18, size: 26 },
  { called: 'the largest of elder mode', elderText: 30, size: 30 },
])('the text of a page is $size px: $called', async ({ called: _, size, ...options }) => {
  const { page, open } = await journey.visit(options)
  await open('/features/proxy/pages/start/index')
  const words = page.getByText('带上身份证').filter({ visible: true }).first()
  expect(await words.evaluate((element) => getComputedStyle(element).fontSize)).toBe(`${size}px`)
})

test('elder mode is offered once to whoever has set the phone to large text', async () => {
  const { page, open } = await journey.visit({ systemFontSize: 20 })
  await open('/')
  await sees(page, '您手机的字调得比较大，要换成长辈版吗？')
  await press(page, '不用换')
  await open('/pages/home/index')
  expect(await page.getByText('要换成长辈版吗').count()).toBe(0)
})

test('every page can be read aloud and has the telephone', async () => {
  const { page, open } = await journey.visit({ elderText: 18 })
  await open('/features/progress/pages/start/index')
  await page.getByRole('button', { name: '朗读本页' }).waitFor()
  await page.getByRole('button', { name: /^打电话问/ }).waitFor()
})
