import type { Page } from 'playwright-core'
import { person } from '../../../bff/test/people'
import { staffPage } from './counter'
import { arrivesAt, fillIn, press, sees } from './hands'
import { proxyPage } from './helping'
import type { Journey } from './journey'
import { keptByStaff } from './sign-in'
import type { Visitor, VisitorOptions } from './visitor'
import { photographCards } from './witnessing'

/** A code of staff counts once, and the next comes after half a minute. */
const NEXT_CODE_MS = 31_000
export const ACTING_PAGE = proxyPage('acting')
/** As everybody but herself reads 王秀英. */
export const MOTHER = '王*英'

/** The window of one of the demonstration's staff. Lets half a minute pass. */
export async function openStaff(journey: Journey, username: string, options: VisitorOptions = {}): Promise<Visitor> {
  await journey.pass(NEXT_CODE_MS)
  const visitor = await journey.visit({ ...options, kept: await keptByStaff(journey.stack, username) })
  await visitor.open(staffPage('home'))
  return visitor
}

/** From the page of staff: somebody has come and says what for. */
export async function openTask(page: Page, key: string, day = '11月24日 周二'): Promise<void> {
  const { name, residentId, phone } = person(key)
  await press(page, /^登记求助/, 'link')
  await arrivesAt(page, '登记求助')
  await fillIn(page, '姓名', name)
  await fillIn(page, '身份证号', residentId)
  await fillIn(page, '手机号', phone)
  for (const answer of ['帮我预约', '在便民服务中心', day]) {
    await press(page, '下一步')
    await press(page, answer, 'radio')
  }
  await press(page, '下一步')
  await sees(page, '请念给本人核对')
  await press(page, /^登记$/)
  await sees(page, '已登记，求助编号')
}

/** From the page of staff to the task of 王秀英. */
export async function openTaskOf({ page, open }: Visitor): Promise<void> {
  await open(staffPage('home'))
  await press(page, /^求助任务/, 'link')
  await press(page, /^帮我预约 · 王\*英/, 'link')
  await arrivesAt(page, '一件求助')
}

export async function acceptTask(volunteer: Visitor): Promise<void> {
  await openTaskOf(volunteer)
  await press(volunteer.page, '我来办')
  await sees(volunteer.page, '怎么联系')
}

export async function tick(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).click()
}

/** What a mandate is asked for, question by question; each list on a page of its own. */
export async function chooseTerms(page: Page, questions: readonly (readonly string[])[], days: string): Promise<void> {
  for (const names of questions) {
    await tick(page, ...names)
    await press(page, '下一步')
  }
  await press(page, days, 'radio')
  await press(page, '下一步')
}

/** From the task at the counter: the clerk sees both cards, says so, photographs them. */
export async function witnessAtCounter(page: Page, questions: readonly (readonly string[])[], days = '7 天'): Promise<void> {
  await press(page, '当面办委托')
  await arrivesAt(page, '请本人委托')
  await chooseTerms(page, questions, days)
  await press(page, /^当面核对双方身份证/, 'radio')
  await press(page, '下一步')
  await tick(page, '我看了本人的身份证', '我看了志愿者的身份证', '我念了可以代办的事')
  await photographCards(page)
  await press(page, '下一步')
  await press(page, '办好委托')
  await sees(page, '委托已生效')
}

/** From the task to what may be done for the person. */
export async function beginActing(page: Page): Promise<void> {
  await press(page, '开始代办')
  await arrivesAt(page, `替${MOTHER}办事`)
  await seesStrip(page)
}

/** The page on top says for whom it is. */
export async function seesStrip(page: Page): Promise<void> {
  const strip = page.getByRole('region', { name: '正在代办' })
  await strip.getByText(`您正在为 ${MOTHER} 办理`).waitFor()
  await strip.getByRole('button', { name: '结束代办' }).waitFor()
}

/** From the page for what was refused; nothing of the person is on the device any more. */
export async function isOver(page: Page, words: string | RegExp): Promise<void> {
  await arrivesAt(page, '代办已结束')
  await sees(page, words)
  expect(await page.getByRole('region', { name: '正在代办' }).count()).toBe(0)
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  expect(kept).not.toMatch(/one-visit:acting|王秀英|430224194803120023/)
}
