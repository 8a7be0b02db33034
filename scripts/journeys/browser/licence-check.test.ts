import { readFile } from 'node:fs/promises'
import { licenceOf } from '../../../bff/test/licences'
import { check, checkNext, COUNTER_PURPOSE, fieldsSeen, openClerk } from '../support/checking'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { HEALTH_CODE, letEnd, keptOn, licencePage, openHolder, showPreset, typedCode } from '../support/licences'
import { scanScreen } from '../support/scan'
import { MONDAY_MORNING } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })

const refusedAs = async (page: Parameters<typeof check>[0], title: string): Promise<void> => {
  await page.getByRole('alert').getByText(title).waitFor()
  expect(await page.getByRole('list', { name: '对方给您看的内容' }).count()).toBe(0)
}

test('at the counter the typed code opens the chosen fields and nothing else, once; the holder reads who, where and why', async () => {
  const clerk = await openClerk(journey)
  const holder = await openHolder(journey, 'chenjianguo')
  await showPreset(holder, '证明已满 18 岁')
  const code = await typedCode(holder.page)
  await check(clerk.page, code.toLowerCase())
  expect(await fieldsSeen(clerk.page)).toEqual({ 证照: '居民身份证', 姓名: '陈建国', '已满 18 岁': '是' })
  await sees(clerk.page, '联网出示')
  expect(await clerk.page.getByRole('main').innerText()).not.toContain('430224198507120019')

  await checkNext(clerk.page)
  await check(clerk.page, code)
  await refusedAs(clerk.page, '这个码已经查验过一次')

  await holder.open(licencePage('views'))
  const log = holder.page.getByRole('list', { name: '查看记录，新的在前' }).getByRole('listitem')
  await log.first().waitFor()
  const [seen = '', shown = ''] = await log.allInnerTexts()
  expect(seen).toMatch(/^对方查验了：居民身份证\s+11月23日 周一 上午8:\d\d\s+看到的内容：姓名、已满 18 岁/)
  expect(seen).toMatch(new RegExp(`在哪里：茶陵县政务服务中心\\s+为什么：${COUNTER_PURPOSE}$`))
  expect(shown).toMatch(/^您出示了：居民身份证\s+11月23日 周一 上午8:\d\d\s+您选的内容：姓名、已满 18 岁$/)
})

test('what is scanned from the screen does the same, online and offline', async () => {
  const clerk = await openClerk(journey)
  const holder = await openHolder(journey, 'chenjianguo')
  for (const way of ['online', 'offline'] as const) {
    await showPreset(holder, '查驾驶证', way)
    await check(clerk.page, (await scanScreen(holder.page)).text)
    expect(await fieldsSeen(clerk.page)).toMatchObject({ 姓名: '陈建国', 证号: '430224198507120019', 准驾车型: 'C1' })
    await sees(clerk.page, way === 'online' ? '联网出示' : '离线出示，签名已核对')
    await checkNext(clerk.page)
  }
})

test('after its minute a code is refused, typed or scanned', async () => {
  const clerk = await openClerk(journey)
  const holder = await openHolder(journey, 'wangxiuying')
  await showPreset(holder, '证明我是谁')
  const code = await typedCode(holder.page)
  await showPreset(holder, '证明我是谁', 'offline')
  const { text } = await scanScreen(holder.page)
  // A clock may be off by half a minute.
  await letEnd(journey)
  await journey.pass(31_000)
  for (const shown of [code, text]) {
    await check(clerk.page, shown)
    await refusedAs(clerk.page, '这个码已经过期')
  }
})

test('a licence that was cancelled at the library meanwhile is refused, and stops being shown', async () => {
  const { stack } = journey
  const clerk = await openClerk(journey)
  const holder = await openHolder(journey, 'lixiaohong')
  const { licenceId } = await licenceOf(stack, holder.token, 'id_card')
  await showPreset(holder, '证明我是谁')
  const code = await typedCode(holder.page)
  expect(stack.fakes.cancelLicence(licenceId)).toBe(true)
  await check(clerk.page, code)
  await refusedAs(clerk.page, '这张证照已经注销，不能采信')

  await letEnd(journey)
  await press(holder.page, '再出示 60 秒')
  await sees(holder.page, '这张证照已经注销')
  expect(await holder.page.getByRole('img', { name: /出示码$/ }).count()).toBe(0)
  await holder.open(licencePage('wallet'))
  await holder.page.getByRole('link', { name: /^居民身份证.*已注销/s }).waitFor()
})

test('stopped, unknown, altered, foreign: each has its own words', async () => {
  const { stack } = journey
  const clerk = await openClerk(journey)
  const holder = await openHolder(journey, 'chenjianguo')
  await showPreset(holder, '证明我是谁')
  const code = await typedCode(holder.page)
  await press(holder.page, '停止出示')
  await sees(holder.page, '这个码已经不能用了。')
  await check(clerk.page, code)
  await refusedAs(clerk.page, '这个码已经过期')

  await check(clerk.page, '22222 22222')
  await refusedAs(clerk.page, '没有这个出示码')
  await showPreset(holder, '证明我是谁', 'offline')
  const { text } = await scanScreen(holder.page)
  const other = text.endsWith('0') ? '1' : '0'
  await check(clerk.page, text.slice(0, -1) + other)
  await refusedAs(clerk.page, '这个码被改动过，不能采信')
  await check(clerk.page, 'https://example.com/code')
  await clerk.page.getByRole('alert').getByText('请填写 10 位出示码，或扫对方手机上的码').first().waitFor()
  expect(
    (await stack.call('GET /v1/licence-views', { token: holder.token, query: {} })).items.every(
      ({ purpose }) => purpose === null || purpose === COUNTER_PURPOSE,
    ),
  ).toBe(true)
})

test('a health code is checked at the same place, with colour, word and shape', async () => {
  const clerk = await openClerk(journey)
  const holder = await openHolder(journey, 'wangxiuying')
  await holder.open(HEALTH_CODE)
  const { text } = await scanScreen(holder.page)
  await check(clerk.page, text)
  await sees(clerk.page, '健康码是真的')
  await sees(clerk.page, '绿码 · 可以通行')
  await sees(clerk.page, '王*英')
  await checkNext(clerk.page)
  await letEnd(journey)
  await check(clerk.page, text)
  await refusedAs(clerk.page, '这个码已经过期')
})

test('what a clerk has seen does not stay on the screen', async () => {
  const clerk = await openClerk(journey)
  const holder = await openHolder(journey, 'liuzhiqiang')
  await showPreset(holder, '证明我是谁')
  await check(clerk.page, await typedCode(holder.page))
  await sees(clerk.page, '刘志强')
  await journey.pass(46_000)
  await sees(clerk.page, /^就要收起了/)
  await press(clerk.page, '再看 60 秒')
  await journey.pass(46_000)
  await sees(clerk.page, '刘志强')
  await journey.pass(15_000)
  await sees(clerk.page, '内容已收起，不留在这台设备上。')
  expect(await clerk.page.getByRole('main').innerText()).not.toContain('刘志强')
  expect(await keptOn(clerk.page)).not.toContain('刘志强')
})

test('the whole log is kept as a file', async () => {
  const holder = await openHolder(journey, 'chenjianguo')
  const { page, open } = holder
  await showPreset(holder, '证明我是谁')
  await open(licencePage('wallet'))
  await press(page, /^谁看过我的证照/, 'link')
  await arrivesAt(page, '谁看过我的证照')
  await press(page, '导出全部记录')
  await sees(page, '记录已取出，请保存')
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, '保存文件')])
  expect(download.suggestedFilename()).toBe('证照查看记录-2026-11-23.csv')
  const [head, first] = (await readFile(await download.path(), 'utf8')).replace('\uFEFF', '').split('\r\n')
  expect(head).toBe('时间,做了什么,证照,内容,在哪里,为什么')
  expect(first).toMatch(/^2026年11月23日 周一 上午8:\d\d,您出示了,居民身份证,姓名、公民身份号码,,$/)
  await sees(page, '已保存')
})
