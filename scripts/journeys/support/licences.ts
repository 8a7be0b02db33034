import type { LicenceType } from '@one-visit/shared/licences/rules'
import type { Page } from 'playwright-core'
import { licenceOf, signInToShow } from '../../../bff/test/licences'
import { arrivesAt, fillIn, press } from './hands'
import type { Journey } from './journey'
import { keptByToken, keptByVerified } from './sign-in'
import type { Visitor, VisitorOptions } from './visitor'

/** Pages of licences. */
export const licencePage = (screen: string): string => `/features/licences/pages/${screen}/index`
export const HEALTH_CODE = '/features/health-code/pages/code/index'

/** A code by SMS comes once a minute. */
const NEXT_CODE_MS = 61_000

/** The window of somebody with a verified name who has not confirmed anything in this session. */
export async function openVerified(journey: Journey, key: string, options: VisitorOptions = {}): Promise<Visitor> {
  await journey.pass(NEXT_CODE_MS)
  return journey.visit({ ...options, kept: await keptByVerified(journey.stack, key) })
}

/** The window of somebody who has just confirmed that it is them, and may show licences for 15 minutes. */
export async function openHolder(
  journey: Journey,
  key: string,
  options: VisitorOptions = {},
): Promise<Visitor & { readonly token: string }> {
  await journey.pass(NEXT_CODE_MS)
  const token = await signInToShow(journey.stack, key)
  return { token, ...(await journey.visit({ ...options, kept: await keptByToken(journey.stack, token) })) }
}

/** From the list of what can be shown to the answers to check: 证明已满 18 岁. */
export async function choosePreset(page: Page, preset: string): Promise<void> {
  await arrivesAt(page, '给对方看什么？')
  await page
    .getByRole('list', { name: '常用的' })
    .getByRole('link', { name: new RegExp(`^${preset}`) })
    .click()
  await arrivesAt(page, '请核对')
}

const showFor60 = (page: Page): Promise<void> => press(page, '出示 60 秒')

/** From the answers to the code. */
export async function showChosen(page: Page, way: 'online' | 'offline' = 'online'): Promise<void> {
  if (way === 'offline') await press(page, /^对方那里没有网络/, 'radio')
  await showFor60(page)
  await arrivesAt(page, '出示证照')
}

/** A preset, from the wallet's button to the code. */
export async function showPreset({ page, open }: Visitor, preset: string, way: 'online' | 'offline' = 'online'): Promise<void> {
  await open(licencePage('present'))
  await choosePreset(page, preset)
  await showChosen(page, way)
}

/** Tries to show, is led to confirm by the code that comes, and shows. */
export async function confirmThenShow(page: Page, journey: Journey, phone: string): Promise<void> {
  await showFor60(page)
  await arrivesAt(page, '确认是您本人')
  const code = await journey.stack.smsCodeAfter(phone, () => press(page, '获取验证码'))
  await fillIn(page, '验证码', code)
  await press(page, /^确认$/)
  await arrivesAt(page, '请核对')
  await showFor60(page)
  await arrivesAt(page, '出示证照')
}

/** All fields of a licence, by its own address, to the answers to check. */
export async function chooseAllFields(
  { open, token }: Visitor & { readonly token: string },
  journey: Journey,
  type: LicenceType,
) {
  const licence = await licenceOf(journey.stack, token, type)
  await open(`${licencePage('check')}?licence=${licence.id}&fields=${licence.fields.map(({ key }) => key).join(',')}`)
  return licence
}

/** Everything the app has kept on the device, as text. */
export const keptOn = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(Object.entries(localStorage)))

/** What is typed where nothing can be scanned: 23456 ABCDE. */
export async function typedCode(page: Page): Promise<string> {
  return page.getByText(/^[2-9A-HJ-NP-Z]{5} [2-9A-HJ-NP-Z]{5}$/).innerText()
}

/** Whole seconds that the code still counts, as the page says. */
export async function secondsLeft(page: Page): Promise<number> {
  const words = await page.getByText(/^还有 \d+ 秒$/).innerText()
  return Number(/\d+/.exec(words)?.[0])
}

/** Moves the clock on to just past the end of a code. */
export const letEnd = (journey: Journey): Promise<void> => journey.pass(61_000)
