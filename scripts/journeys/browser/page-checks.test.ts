import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../browser/launch-browser'
import { checkByAxe } from '../support/axe'
import { checkByKeyboard } from '../support/keyboard'
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
const HELP = '<footer><button>打电话问：12345</button><button>朗读本页</button></footer>'
const WELL = `<main><h1>查办件进度</h1><p>用受理回执上的编号查。</p><button>查询</button></main>${HELP}`

async function find(body: string, promised = ELDER): Promise<string[]> {
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><head><title>查办件进度</title><style>${STYLE}</style></head><body>${body}</body></html>`,
  )
  return checkPage(await collectPageFacts(page), promised)
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

test.each([
  ['small text', '<p style="font-size:15px">小字</p>', /15 px small, not 16/],
  ['tight lines', '<p style="line-height:1.4">行距太小</p>', /line height of 1.40/],
  ['pale text', '<p style="color:#7a7a7a">看不清</p>', /contrast of 4.29, not 4.5/],
  ['pale large text', '<p style="font-size:24px;color:#999">看不清</p>', /contrast of 2.85, not 3/],
  ['pale bold text', '<p style="font-weight:700;color:#999">看不清</p>', /contrast of 2.85, not 3/],
  ['a small control', '<button style="min-height:40px;height:40px">小</button>', /× 40 px, not 44/],
  [
    'a narrow day of a calendar',
    '<div role="gridcell" tabindex="-1" style="width:40px;height:60px">1</div>',
    /40 × 60 px, not 44/,
  ],
])('in the ordinary mode, %s is found', async (_, planted, told) => {
  expect((await find(`${WELL}${planted}`, ORDINARY)).join('\n')).toMatch(told)
})

test('text that does not grow with the rest is found', async () => {
  const grown = `<style>body{font-size:26px}</style>${WELL}`
  expect(await find(grown, { ...ELDER, text: 26 })).toEqual([])
  expect(await find(`${grown}<p style="font-size:18px">不变</p>`, { ...ELDER, text: 26 })).toEqual([
    'text “不变” is 18 px small, not 26',
  ])
})

test('a page without a telephone, or that cannot be read aloud in elder mode, is found', async () => {
  const bare = '<main><h1>查办件进度</h1></main>'
  expect(await find(bare)).toEqual(['there is no telephone on the page', 'the page cannot be read aloud'])
  expect(await find(bare, ORDINARY)).toEqual(['there is no telephone on the page'])
})

test('a page without a heading, with two, or under another name is found', async () => {
  expect(await find(HELP)).toEqual(['the page has no heading'])
  expect(await find(`${WELL}<h1>又一个</h1>`)).toEqual(['the page has 2 headings: 查办件进度、又一个'])
  expect(await find(`<h1>我的办件</h1>${HELP}`)).toEqual(['the window is called “查办件进度”, the page “我的办件”'])
})

test('the ordinary mode asks for less', async () => {
  const small = '<p style="font-size:16px;color:#767676">说明</p><button style="min-height:48px">打电话</button>'
  expect(await find(`<h1>查办件进度</h1>${small}`, ORDINARY)).toEqual([])
})

test('large text may be paler in the ordinary mode only', async () => {
  const large = `<h1>查办件进度</h1><p style="font-size:24px;color:#8a8a8a">大字</p>${HELP}`
  expect(await find(large, ORDINARY)).toEqual([])
  expect((await find(large)).join()).toMatch(/contrast/)
})

describe('with a keyboard', () => {
  const RING = '<style>:focus-visible{outline:3px solid #1552b5}</style>'

  test('a page whose every control shows that it has the focus is let through', async () => {
    await find(RING + WELL)
    expect(await checkByKeyboard(page)).toEqual([])
  })

  test.each([
    ['nothing that shows the focus', '<button style="outline:none">查</button>', 'nothing shows that button “查” has the focus'],
    ['a control without a name', '<button></button>', 'a button has no name'],
    ['a control that Tab passes by', '<div role="button" tabindex="-1">查</div>', 'Tab reaches 3 of 4 buttons, links and fields'],
    [
      'a control under something else',
      '<button style="position:fixed;top:0">查</button><div style="position:fixed;top:0;width:99px;height:99px"></div>',
      'button “查” has the focus out of sight',
    ],
  ])('%s is found', async (_, planted, told) => {
    await find(RING + WELL + planted)
    expect(await checkByKeyboard(page)).toEqual([told])
  })
})

test.each([
  ['a control without a name', '<div role="button" tabindex="0"></div>', /button-name|aria-command-name/],
  ['a field without a label', '<input>', /label/],
  ['pale text, in elder mode', '<p style="color:#767676">看不清</p>', /color-contrast-enhanced/],
])('axe finds %s', async (_, planted, told) => {
  await find(`${WELL}${planted}`)
  expect((await checkByAxe(page, true)).join('\n')).toMatch(told)
})
