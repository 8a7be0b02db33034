import { joinDate, readTypedDate, splitDate } from './typed-date'

test.each([
  ['2024-3-5', '2024-03-05'],
  ['2024-03-05', '2024-03-05'],
  ['2024-2-30', null],
  ['24-3-5', null],
  ['2024-3-', null],
  ['', null],
])('%j is read as %j', (typed, day) => {
  expect(readTypedDate(typed)).toBe(day)
})

test('what is typed part by part is kept, wide digits and signs between them mended', () => {
  expect(joinDate(['２０２４', '3月', ''])).toBe('2024-3-')
  expect(splitDate('2024-3-')).toEqual(['2024', '3', ''])
  expect(joinDate(['', '', ''])).toBe('')
})
