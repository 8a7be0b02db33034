import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../browser/launch-browser'
import { checkByAxe } from '../support/axe'
import { checkPage, ELDER, ORDINARY } from '../support/page-checks'
import { collectPageFacts } from '../support/page-facts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 375, height: 667 } })
})
afterAll(() => browser.close())

const STYLE =
  'body{margin:16px;font:18px/1.6 sans-serif;color:#111;background:#fff;overflow-wrap:anywhere} button{display:block;min-width:60px;min-height:60px;margin:16px 0;font:inherit;line-height:1.6;color:#111;background:#fff}'
const WELL = '<main><h1>查办件进度</h1><p>用受理回执上的编号查。</p><button>查询</button></main>'

async function find(body: string, promised = ELDER): Promise<string[]> {
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><head><title>试</title><style>${STYLE}</style></head><body>${body}</body></html>`,
  )
  return checkPage(await page.evaluate(collectPageFacts), promised)
}

test('a page that keeps every promise is let through', async () => {
  expect(await find(WELL)).toEqual([])
  expect(await checkByAxe(page, true)).toEqual([])
})

test.each([
  ['small text', '<p style="font-size:15px">小字</p>', /15 px small/],
  ['tight lines', '<p style="line-height:1.3">行距太小</p>', /line height of 1.30/],
  ['pale text', '<p style="color:#767676">看不清</p>', /contrast of 4.54, not 7/],
  ['pale text on a coloured ground', '<div style="background:rgba(0,0,0,.5)"><p>看不清</p></div>', /contrast of 4\.\d+, not 7/],
  ['a small control', '<button style="min-height:40px;height:40px">小</button>', /× 40 px, not 60/],
  ['controls that touch', '<button style="margin:0">一</button><button style="margin:4px 0">二</button>', /less than 8 px apart/],
  ['a page that scrolls sideways', '<div style="width:500px;height:1px"></div>', /500|516 px wide/],
  ['text out of the screen', '<p style="position:absolute;left:-40px">看不全的字</p>', /reaches out of the screen/],
  ['text that is cut off', '<p style="width:80px;overflow:hidden;white-space:nowrap">这一行字放不下了</p>', /is cut off/],
  ['text upon text', '<p style="margin:0">第一行</p><p style="margin:-24px 0 0">第二行</p>', /lie upon each other/],
  ['a column of single characters', '<p style="width:20px">一个字一行没法读</p>', /squeezed into 8 lines/],
])('%s is found', async (_, planted, told) => {
  expect((await find(`${WELL}${planted}`)).join('\n')).toMatch(told)
})

test('the ordinary mode asks for less', async () => {
  expect(
    await find('<p style="font-size:16px;color:#767676">说明</p><button style="min-height:48px">查</button>', ORDINARY),
  ).toEqual([])
})

test('large text may be paler in the ordinary mode only', async () => {
  const large = '<p style="font-size:24px;color:#8a8a8a">大字</p>'
  expect(await find(large, ORDINARY)).toEqual([])
  expect((await find(large)).join()).toMatch(/contrast/)
})

test.each([
  ['a control without a name', '<div role="button" tabindex="0"></div>', /button-name|aria-command-name/],
  ['a field without a label', '<input>', /label/],
  ['pale text, in elder mode', '<p style="color:#767676">看不清</p>', /color-contrast-enhanced/],
])('axe finds %s', async (_, planted, told) => {
  await find(`${WELL}${planted}`)
  expect((await checkByAxe(page, true)).join('\n')).toMatch(told)
})
