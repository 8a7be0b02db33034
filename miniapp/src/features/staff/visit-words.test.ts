import { aVisit, aWaitingVisit } from './testing/board'
import { checkEntered, hintOf, nameOf, readCheckInKey, whenOf } from './visit-words'

test.each([
  ['1123482905', { by: 'number', value: '1123482905' }],
  ['1123 482 905', { by: 'number', value: '1123482905' }],
  ['１１２３４８２９０５', { by: 'number', value: '1123482905' }],
  ['ONE-VISIT:V:1123482905', { by: 'qr', value: 'ONE-VISIT:V:1123482905' }],
  ['11010519491231002x', { by: 'resident_id', value: '11010519491231002X' }],
  ['110105194912310021', null],
  ['', null],
])('what was typed or scanned is known by its look: %s', (typed, key) => {
  expect(readCheckInKey(typed)).toEqual(key)
})

test('a visit in words', () => {
  expect(whenOf(aVisit())).toBe('11月23日 周一 09:00–09:30')
  expect(nameOf(aVisit({ elder: true }))).toBe('王*英（长辈）')
  expect(hintOf(aWaitingVisit({ window: '3' }))).toBe('排队号 A001 · 3 号窗口 · 1123 482 905 · 09:00–09:30 户籍业务 · 手机预约')
})

test('everything that is missing is named at once; a telephone is not needed', () => {
  const nothing = { group: null, slotId: null, name: '', residentId: '', phone: '' }
  expect(checkEntered(nothing).map(({ name }) => name)).toEqual(['group', 'name', 'residentId'])
  expect(checkEntered({ ...nothing, group: 'household', phone: '12' }).map(({ name }) => name)).toEqual([
    'slotId',
    'name',
    'residentId',
    'phone',
  ])
})
