import { isSmsCode, maskName, maskPhone, maskResidentId, MOBILE_PATTERN } from './rules'

test.each([
  ['王秀英', '王*英'],
  ['李明', '李*'],
  ['欧阳建国', '欧**国'],
  ['王', '*'],
  ['', '*'],
])('the name %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})

test('numbers keep their first and last digits only', () => {
  expect(maskPhone('13800138000')).toBe('138****8000')
  expect(maskResidentId('430224194803120023')).toBe('4302**********0023')
})

test('values too short to mask show nothing', () => {
  expect(maskPhone('12345')).toBe('****')
  expect(maskResidentId('1234567')).toBe('****')
})

test.each(['13800138000', '19912345678'])('%s is a mobile number', (phone) => {
  expect(MOBILE_PATTERN.test(phone)).toBe(true)
})

test.each(['12800138000', '1380013800', '138001380000', '+8613800138000', '１３８００１３８０００'])(
  '%s is not a mobile number',
  (phone) => {
    expect(MOBILE_PATTERN.test(phone)).toBe(false)
  },
)

test.each([
  ['012345', true],
  ['12345', false],
  ['1234567', false],
  ['12345a', false],
  ['１２３４５６', false],
  ['', false],
])('%j is a code by SMS: %s', (typed, isCode) => {
  expect(isSmsCode(typed)).toBe(isCode)
})
