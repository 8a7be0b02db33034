import type { WeappApp } from '../../../weapp-runner'
import { withSampleApp } from '../../../weapp-runner/testing/running'
import { faultsHeard, pageFaults } from './page-checks'
import { sendUnanswered } from './unanswered'

const FOOT = '<view aria-role="contentinfo"><view aria-role="button" bindtap="tap">打电话：12345</view></view>'
const NETWORK = '<view aria-role="status" aria-live="polite"/>'
const page = (content: string): string =>
  `${NETWORK}<view aria-role="main"><view aria-role="heading" aria-level="1">填写姓名</view>${content}</view>${FOOT}`

const FIELD = `<text>姓名</text><input id="name" aria-label="姓名" aria-required="true"/>`
const radios = (group: string, mark = 'aria-checked="false"'): string =>
  `<view ${group}><view aria-role="radio" ${mark} bindtap="tap">本人</view></view>`
const GROUP = 'aria-role="radiogroup" aria-label="给谁"'
const SUMMARY = '<view class="ov-error-summary" aria-role="alert" aria-live="assertive">请填写姓名</view>'
const wrong = (more = 'aria-describedby="name-error"', words = '错误：请填写姓名', summary = SUMMARY): string =>
  `${summary}<text>姓名</text><text id="name-error" class="ov-error">${words}</text><input class="ov-input-failed" id="name" aria-label="姓名" aria-required="true" aria-invalid="true" ${more}/>`

/** What is wrong with such a page; `{{open}}` is true until something on it was pressed. */
async function find(
  template: string,
  look: (app: WeappApp) => string[] | Promise<string[]> = (app) => faultsHeard(app.view()),
): Promise<string[]> {
  let found: string[] = []
  await withSampleApp(
    async (app) => {
      found = await look(app)
    },
    {
      'pages/home/index.js': `Page({
        data: { open: true },
        onLoad() { wx.setNavigationBarTitle({ title: '填写姓名' }) },
        tap() { this.setData({ open: false }) },
      })`,
      'pages/home/index.wxml': `<view>${template}</view>`,
      'pages/home/index.json': '{}',
    },
  )
  return found
}

test.each([
  ['words and buttons', page('<view>用来核对。</view><view aria-role="button" bindtap="tap">下一步</view>')],
  ['a field', page(FIELD)],
  ['a field that need not be filled in', page('<text>手机号（可以不填）</text><input aria-label="手机号（可以不填）"/>')],
  [
    'a date that need not be filled in',
    page(
      '<text>哪一天（可以不填）</text><view aria-role="group" aria-label="哪一天（可以不填）"><text>年</text><input aria-label="年"/></view>',
    ),
  ],
  ['a choice', page(radios(GROUP))],
  ['a mistake that is told', page(wrong())],
  ['a picture that only draws what is said beside it', page('<image aria-hidden="true"/>')],
  ['a case number', page('<text>430224-2026-000123</text>')],
])('a page with %s is let through', async (_, template) => {
  expect(await find(template)).toEqual([])
})

test.each([
  ['a tap without a role', page('<view bindtap="tap">下一步</view>'), /has no role that says so/],
  ['a tap on a heading', page('<view aria-role="heading" aria-level="2" bindtap="tap">更多</view>'), /has no role that says so/],
  ['a button without a name', page('<view aria-role="button" bindtap="tap"></view>'), /has no name/],
  ['a button whose name is a sign', page('<view aria-role="button" bindtap="tap">›</view>'), /has no name/],
  [
    'a button whose words are hidden',
    page('<view aria-role="button" bindtap="tap"><text aria-hidden="true">下一步</text></view>'),
    /has no name/,
  ],
  [
    'a link within a button',
    page('<view aria-role="button" bindtap="tap">看<view aria-role="link" bindtap="tap">说明</view></view>'),
    /within another/,
  ],
  ['a radio that does not say whether it is chosen', page(radios(GROUP, '')), /has no aria-checked/],
  [
    'a day that does not say whether it is chosen',
    page(
      '<view aria-role="grid" aria-label="月"><view aria-role="row"><view aria-role="gridcell" bindtap="tap">1</view></view></view>',
    ),
    /has no aria-selected/,
  ],
  [
    'a state in other words',
    page('<view aria-role="button" aria-expanded="yes" bindtap="tap">更多</view>'),
    /other than true and false/,
  ],
  [
    'a button that looks as if it were off',
    page('<view class="ov-button-off" aria-role="button" bindtap="tap">下一步</view>'),
    /is not aria-disabled/,
  ],
  ['a box that looks ticked', page(radios(GROUP, 'class="ov-choice-on" aria-checked="false"')), /is not aria-checked/],
  ['a field without a label', page('<text>姓名</text><input placeholder="姓名" aria-required="true"/>'), /has no label/],
  [
    'a field called otherwise than it reads',
    page('<text>姓名</text><input aria-label="名字" aria-required="true"/>'),
    /called otherwise/,
  ],
  [
    'a field that does not say that it is needed',
    page('<text>姓名</text><input aria-label="姓名"/>'),
    /whether it must be filled in/,
  ],
  ['a mistake without words', page(wrong('')), /does not say what to mend/],
  ['a mistake whose words are elsewhere', page(wrong('aria-describedby="nothing"')), /leads nowhere/],
  [
    'words of a mistake that belong to nothing',
    page(`${SUMMARY}<text class="ov-error" id="lost">错误：请填写姓名</text>`),
    /not read out with/,
  ],
  ['a mistake that the summary leaves out', page(wrong(undefined, '错误：请填写电话')), /not said in the summary/],
  [
    'a summary that nobody hears of',
    page(wrong(undefined, undefined, SUMMARY.replace('aria-role="alert"', ''))),
    /summary of errors is no alert/,
  ],
  [
    'an alert that waits',
    page(wrong(undefined, undefined, SUMMARY.replace('aria-live="assertive"', ''))),
    /aria-live is not assertive/,
  ],
  ['news that are not announced', page('<view aria-role="status">已保存</view>'), /aria-live is not polite/],
  ['no place for a dead network', page('').replace(NETWORK, ''), /when the network is gone/],
  ['no heading', page('').replace('aria-role="heading"', ''), /begins with no heading/],
  ['two first headings', page('<view aria-role="heading" aria-level="1">又一个</view>'), /begins with 1, 1/],
  ['a heading without a level', page('<view aria-role="heading">说明</view>'), /has no level/],
  ['a level that is left out', page('<view aria-role="heading" aria-level="3">说明</view>'), /is left out/],
  ['an empty heading', page('<view aria-role="heading" aria-level="2"></view>'), /is empty/],
  ['a picture without words', page('<image src="x.png"/>'), /picture without words/],
  ['a code without words', page('<view aria-role="img"><image aria-hidden="true"/></view>'), /picture without words/],
  ['a choice without a question', page(radios('aria-role="radiogroup"')), /group without a name/],
  ['a choice that belongs to nothing', page(radios('')), /stands outside of a radiogroup/],
  ['a row that belongs to nothing', page('<view aria-role="listitem">一</view>'), /stands outside of a list/],
  ['no main part', page('').replace('aria-role="main"', ''), /no main part/],
  ['no telephone', page('').replace(FOOT, ''), /no telephone/],
  ['a telephone that is not at the foot', page('').replace('contentinfo', 'banner'), /no telephone/],
  ['a date as computers write it', page('<text>2026-11-24</text>'), /not for people/],
  ['an instant as computers write it', page('<text>2026-11-24T01:00:00.000Z</text>'), /not for people/],
  ['a word of a program', page('<text>还有 undefined 天</text>'), /not for people/],
])('%s is found', async (_, template, told) => {
  expect((await find(template)).join('\n')).toMatch(told)
})

test('a page must have its heading as title, and be in the mode that was chosen', async () => {
  const elder = `<view class="ov-elder">${page('')}</view>`
  expect(await find(elder, (app) => pageFaults(app, 'elder'))).toEqual([])
  expect(await find(elder, (app) => pageFaults(app, 'ordinary'))).toEqual(['the page is not in ordinary mode'])
  const other = page('').replace('填写姓名', '填写电话')
  expect(await find(other, (app) => pageFaults(app, 'ordinary'))).toEqual(['the title of the page is not its heading'])
})

describe('a page that is sent without an answer', () => {
  const send = '<view class="ov-button ov-button-primary" aria-role="button" bindtap="tap">下一步</view>'
  const asks = (told: string): string =>
    page(`<block wx:if="{{open}}">${FIELD}</block><block wx:else>${told}</block><block>${send}</block>`)
  const sent = (app: WeappApp) => sendUnanswered(app, 'ordinary')

  test('says what is missing', async () => {
    expect(await find(asks(wrong()), sent)).toEqual([])
  })

  test('and does not is found, and so is one that says it badly', async () => {
    expect(await find(asks(FIELD), sent)).toEqual(['it is not said what is missing'])
    expect((await find(asks(wrong('')), sent)).join()).toMatch(/does not say what to mend/)
  })
})
