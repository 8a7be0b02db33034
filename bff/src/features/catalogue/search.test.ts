import { buildSearchIndex } from '@one-visit/shared/catalogue/search-index'
import { searchItems } from '@one-visit/shared/catalogue/search-items'
import { runsOf, soundOf, splitPinyin } from '@one-visit/shared/catalogue/search-runs'
import fc from 'fast-check'
import type { ServiceItem } from '../../platform/county-pack/items-file'
import { findableOf, syllablesOf } from './findable'

const item = (id: string, name: string, aliases: string[], more: Partial<ServiceItem> = {}): ServiceItem => ({
  ...{ id, name, aliases, summary: `${name}。`, who: '', audience: 'people', department: '公安', code: null, documents: [] },
  ...{ fee: null, promisedWorkingDays: 1, ways: ['counter'], steps: ['到窗口办。'], itemGroup: null, places: '派出所' },
  ...{ lookUp: null, online: null, zones: [], lifeEvent: null, crossProvince: null, often: 3, sample: [] },
  ...more,
})

const ITEMS = [
  item('id-card-renew', '居民身份证到期换领', ['身份证过期了', '换身份证']),
  item('id-card-lost', '居民身份证丢失补领', ['身份证丢了', '补办身份证']),
  item('residence-permit', '居住证申领', ['办居住证']),
  item('death', '死亡登记注销户口', ['老人走了', '销户口'], { lifeEvent: '身后一件事' }),
  item('medical-refund', '住院费用手工报销', ['医保报销', '住院费报销'], { department: '医保' }),
  item('medical-away', '异地就医备案', ['外地看病用医保'], { department: '医保' }),
  item('social-card', '社会保障卡补领', ['社保卡丢了'], { department: '人社' }),
  item('licence-renew', '驾驶证期满换证', ['驾照到期'], { often: 1 }),
  item('licence-lost', '驾驶证遗失补证', ['驾照丢了'], { often: 4 }),
]
const index = buildSearchIndex(ITEMS.map(findableOf))
const search = (query: string): string[] =>
  searchItems(index, query, 5, (text) => syllablesOf(text).map(soundOf)).map(({ id }) => id)

test.each([
  ['身份证过期了', 'id-card-renew'],
  ['老人走了', 'death'],
  ['身后一件事', 'death'],
  ['医保报销', 'medical-refund'],
  ['社保卡 丢', 'social-card'],
  ['丢了社保卡怎么办？', 'social-card'],
  ['外地看病', 'medical-away'],
])('in people’s own words: %s', (query, id) => {
  expect(search(query)[0]).toBe(id)
})

test.each([
  ['sfz', 'id-card'],
  ['shenfenzheng', 'id-card'],
  ['SHENFENZH', 'id-card'],
  ['ｓｆｚ', 'id-card'],
  ['换sfz', 'id-card-renew'],
  ['jiazhao', 'licence'],
  ['jsz', 'licence'],
  ['yibao', 'medical'],
])('by sound and initials: %s', (query, id) => {
  expect(search(query)[0]).toContain(id)
})

test.each([
  ['身分证', 'id-card'],
  ['一保报销', 'medical-refund'],
  ['驾使证换证', 'licence-renew'],
  ['shengfengzheng', 'id-card'],
  ['jiashizen', 'licence'],
  ['设保卡', 'social-card'],
])('with wrong characters and endings: %s', (query, id) => {
  expect(search(query)[0]).toContain(id)
})

test('of two that fit as well, the one asked for more often comes first', () => {
  expect(search('驾驶证').slice(0, 2)).toEqual(['licence-renew', 'licence-lost'])
})

test('what has nothing to do with anything finds nothing', () => {
  expect([search('飞机模型'), search('xyzzy'), search('？！'), search('')]).toEqual([[], [], [], []])
})

test('initials that only begin like something, or do not begin like it, are chance', () => {
  expect(search('sfz')).not.toEqual([])
  expect(search('sfzxqw')).toEqual([])
  expect(search('xsfz')).toEqual([])
})

test('typed pinyin is split, whatever its case and whether or not its last syllable is whole', () => {
  expect(runsOf('换ＳＦＺ 60岁').map(({ kind, text }) => [kind, text])).toEqual([
    ['han', '换'],
    ['latin', 'sfz'],
    ['digits', '60'],
    ['han', '岁'],
  ])
  expect(splitPinyin('shenfenzheng')).toEqual(['shen', 'fen', 'zheng'])
  expect(splitPinyin('shenfenzh')).toEqual(['shen', 'fen'])
  expect(splitPinyin('sfz')).toBeNull()
})

test('whatever is typed, a search answers and never repeats an item', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (query) => {
      const found = searchItems(index, query, 5)
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
    }),
  )
})
