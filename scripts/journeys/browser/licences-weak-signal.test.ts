import type { Page, Route } from 'playwright-core'
import { check, fieldsSeen, openClerk } from '../support/checking'
import { arrivesAt, press, sees, valueOf } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { choosePreset, licencePage, openHolder, showPreset, typedCode } from '../support/licences'
import { waitFor } from '../support/stack'
import { MONDAY_MORNING } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })

const PRESENTATIONS = '**/v1/presentations'
const VERIFICATIONS = '**/v1/verifications'
const LOST = '内容没有丢失，有网络后再试一次。'

const viewsOf = async (token: string) => (await journey.stack.call('GET /v1/licence-views', { token, query: {} })).items
const qrCode = (page: Page) => page.getByRole('img', { name: /出示码$/ })

/** It arrives, but the answer does not. */
async function loseAnswer(route: Route): Promise<void> {
  await route.fetch()
  await route.abort('internetdisconnected')
}

async function readyToShow(key: string) {
  const holder = await openHolder(journey, key)
  const before = (await viewsOf(holder.token)).length
  await holder.open(licencePage('present'))
  await choosePreset(holder.page, '证明我是谁')
  return { ...holder, presented: async () => (await viewsOf(holder.token)).length - before }
}

test('the answer to a presentation is lost: trying again shows the one that was made', async () => {
  const { page, presented } = await readyToShow('chenjianguo')
  await page.route(PRESENTATIONS, loseAnswer)
  await press(page, '出示 60 秒')
  await sees(page, LOST)
  expect(await presented()).toBe(1)
  await page.unroute(PRESENTATIONS)
  await press(page, '再试一次')
  await arrivesAt(page, '出示证照')
  await qrCode(page).waitFor()
  expect(await presented()).toBe(1)
})

test('without a network it is said before the tap; back again the same tap shows', async () => {
  const { page, context, presented } = await readyToShow('wangxiuying')
  await context.setOffline(true)
  await sees(page, /^现在没有网络，出示不了/)
  await press(page, '出示 60 秒')
  await sees(page, LOST)
  expect(await page.getByRole('list', { name: '对方会看到' }).innerText()).toMatch(/王秀英/)
  await context.setOffline(false)
  await press(page, '再试一次')
  await arrivesAt(page, '出示证照')
  await qrCode(page).waitFor()
  expect(await presented()).toBe(1)
})

test('the network goes while a code is shown: it stays to its end, and stopping takes it off the screen at once', async () => {
  const holder = await openHolder(journey, 'lixiaohong')
  const { page, context } = holder
  await showPreset(holder, '证明我是谁')
  await context.setOffline(true)
  await qrCode(page).waitFor()
  await press(page, '停止出示')
  await sees(page, /^手机上已经不显示了。没有通知到系统/)
  expect(await qrCode(page).count()).toBe(0)
})

test('the library hangs: words while waiting, then that it cannot be shown now, and nothing was', async () => {
  const { fakes } = journey.stack
  const { page, presented } = await readyToShow('liuzhiqiang')
  fakes.setFault('licence_library', { mode: 'hang' })
  // What was answered a moment ago is too old to be shown.
  await journey.pass(60_000)
  await press(page, '出示 60 秒')
  await sees(page, '证照库较慢，正在等待')
  await sees(page, /证照库(响应太慢|暂时不能用)/)
  expect(await presented()).toBe(0)
  fakes.clearFaults()
  await journey.pass(60_000)
  await press(page, '再试一次')
  await arrivesAt(page, '出示证照')
  expect(await presented()).toBe(1)
})

test('the answer to a check is lost: what was typed is kept, and trying again gives the same answer', async () => {
  const clerk = await openClerk(journey)
  const holder = await openHolder(journey, 'chenjianguo')
  await showPreset(holder, '证明已满 18 岁')
  const code = await typedCode(holder.page)
  await clerk.page.route(VERIFICATIONS, loseAnswer)
  await check(clerk.page, code)
  await sees(clerk.page, LOST)
  expect(await valueOf(clerk.page, '10 位出示码')).toBe(code)
  await waitFor('the check to be in the log', async () =>
    (await viewsOf(holder.token)).some(({ kind }) => kind === 'verified') ? true : undefined,
  )
  await clerk.page.unroute(VERIFICATIONS)
  await press(clerk.page, '再试一次')
  expect(await fieldsSeen(clerk.page)).toMatchObject({ 姓名: '陈建国', '已满 18 岁': '是' })
  expect((await viewsOf(holder.token)).filter(({ kind }) => kind === 'verified')).toHaveLength(1)
})
