import path from 'node:path'
import { type CountyPack, loadCountyPack } from '../../platform/county-pack'
import { extraDaysSentence } from './extra-days-sentence'

const { opening } = loadCountyPack(path.join(__dirname, '../../../counties'), '430212')
const rules = (openDays: Partial<Record<CountyPack['opening']['holidays'][number]['holiday'], number[]>>) =>
  opening.holidays.flatMap((rule) => ({ ...rule, openDays: openDays[rule.holiday] ?? [] }))

test('渌口 opens on Saturday mornings and within holidays', () => {
  expect(extraDaysSentence(opening)).toBe('周六 9:00–12:00 也能办；小长假第二天、黄金周第五天也能办部分事项。')
})

test('a county with Saturdays alone, with holidays alone, with neither', () => {
  expect(extraDaysSentence({ ...opening, holidays: [] })).toBe('周六 9:00–12:00 也能办部分事项。')
  expect(extraDaysSentence({ ...opening, saturdayHours: null })).toBe('小长假第二天、黄金周第五天也能办部分事项。')
  expect(extraDaysSentence({ ...opening, saturdayHours: null, holidays: [] })).toBeNull()
})

test('holidays that do not go with their like are named', () => {
  const holidays = rules({ 元旦: [2], 劳动节: [2, 5], 国庆: [5, 11] })
  expect(extraDaysSentence({ ...opening, saturdayHours: null, holidays })).toBe(
    '元旦第二天、劳动节第二天、劳动节第五天、国庆第五天、国庆第十一天也能办部分事项。',
  )
})
