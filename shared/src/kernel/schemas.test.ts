import { TypedText } from './schemas'

test.each([
  ['陈\u202e国建', '陈国建'],
  ['a\u0000b\u001b[31mc\u009bd\u007f', 'ab[31mcd'],
  ['\u200b\ufeff  甲 \u2066乙\u2069 ', '甲 乙'],
  ['一\r\n二\r三\u2028四', '一\n二\n三\n四'],
  ['表\t格', '表 格'],
  ['👨\u200d👩\u200d👧 和 नमस्\u200cते', '👨\u200d👩\u200d👧 和 नमस्\u200cते'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
])('%j is kept as %j', (typed, kept) => {
  expect(TypedText.parse(typed)).toBe(kept)
})

test('what cannot be seen fills no field', () => {
  expect(TypedText.min(1).safeParse('\u202e\u200b \u001b').success).toBe(false)
})
