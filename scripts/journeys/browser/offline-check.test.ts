import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { licenceOf } from '../../../bff/test/licences'
import { prepareJourneys } from '../support/journey'
import { letEnd, openHolder, showPreset } from '../support/licences'
import { scanScreen } from '../support/scan'
import { MONDAY_MORNING } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'offline-check-'))
  const build = path.resolve(__dirname, '../../verify-licence/build-page.mjs')
  await promisify(execFile)(process.execPath, [build, path.join(folder, 'page.html')])
}, 60_000)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Somebody with the page on a disk, who has fetched keys and list while there was a network, and has none now. */
async function openChecker() {
  // It runs every half minute.
  await journey.stack.runJob('licence-status')
  const checker = await journey.visit()
  const { page, context } = checker
  await checker.open(pathToFileURL(path.join(folder, 'page.html')).href)
  await page.getByLabel('服务网址').fill(journey.stack.url)
  await update(page)
  await context.setOffline(true)
  const asked: string[] = []
  page.on('requestfinished', (request) => asked.push(request.url()))
  return { ...checker, asked }
}

async function update(page: Page): Promise<void> {
  await page.getByRole('button', { name: '更新' }).click()
  await page.getByText(/^公钥 1 把。注销名单做于/).waitFor()
}

async function judge(page: Page, code: string): Promise<string> {
  await page.evaluate(() => document.getElementById('result')?.replaceChildren())
  await page.getByLabel('扫到的码').fill(code)
  await page.getByRole('button', { name: '查验', exact: true }).click()
  await page.getByRole('status').getByRole('heading').waitFor()
  return page.getByRole('status').innerText()
}

test('a code from the screen is judged with nothing to be reached: good once, and not when shown again, altered or late', async () => {
  const holder = await openHolder(journey, 'chenjianguo')
  await showPreset(holder, '查驾驶证', 'offline')
  const { page, asked } = await openChecker()
  const { text } = await scanScreen(holder.page)
  expect(await judge(page, text)).toMatch(
    /^✔ 有效\s+证照\s+机动车驾驶证\s+姓名\s+陈建国\s+证号\s+430224198507120019\s+准驾车型\s+C1/,
  )
  expect(await judge(page, text)).toMatch(/不能采信\s+这个码已经在这里查验过一次/)
  expect(await judge(page, text.slice(0, -1) + (text.endsWith('0') ? '1' : '0'))).toMatch(/不能采信\s+这个码被改动过/)
  await letEnd(journey)
  await journey.pass(31_000)
  expect(await judge(page, text)).toMatch(/不能采信\s+这个码已过期/)
  expect(asked).toEqual([])
})

test('a cancelled licence stands in the list within a minute, and is refused', async () => {
  const { stack } = journey
  const holder = await openHolder(journey, 'wangxiuying')
  await showPreset(holder, '证明我是谁', 'offline')
  const { text } = await scanScreen(holder.page)
  const { page, context } = await openChecker()
  expect(await judge(page, text)).toMatch(/^✔ 有效/)

  await showPreset(holder, '证明我是谁', 'offline')
  const { text: next } = await scanScreen(holder.page)
  stack.fakes.cancelLicence((await licenceOf(stack, holder.token, 'id_card')).licenceId)
  await journey.pass(30_000)
  await stack.runJob('licence-status')
  await context.setOffline(false)
  await update(page)
  await context.setOffline(true)
  expect(await judge(page, next)).toMatch(/不能采信\s+这张证照已经注销/)
})

test('with a list that is too old nothing is believed', async () => {
  const { page } = await openChecker()
  await journey.pass(120_000)
  const holder = await openHolder(journey, 'liuzhiqiang')
  await showPreset(holder, '证明我是谁', 'offline')
  expect(await judge(page, (await scanScreen(holder.page)).text)).toMatch(/不能采信\s+注销名单已过时/)
})
