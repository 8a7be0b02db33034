import fc from 'fast-check'
import { fromBase41, toBase41 } from './base41'
import { ByteReader, ByteWriter } from './bytes'
import { decodeText, encodeText } from './compact-text'
import { CodeTooLongError, codeText, MAX_CODE_LENGTH, messageOf, parseCode } from './envelope'

const hasControlOrHalf = (text: string): boolean => /\p{Cc}|\p{Surrogate}/u.test(text)

test('base 41 gives any bytes back, three characters for two bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = toBase41(bytes)
      expect(text).toHaveLength(Math.ceil(bytes.length * 1.5))
      expect(text).toMatch(/^[0-9A-Z+\-./:]*$/)
      expect(fromBase41(text)).toEqual(bytes)
    }),
  )
})

test.each(['0', '0000', ':::', '00 ', 'aaa', '茶茶茶', '::', '6A', 'ZZZ\u0000'])('base 41 refuses %j', (text) => {
  expect(fromBase41(text)).toBeNull()
})

test('each text of base 41 that is read has one spelling', () => {
  const letters = fc.constantFrom(...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+-./:'))
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
      const bytes = fromBase41(text)
      if (bytes) expect(toBase41(bytes)).toBe(text)
    }),
  )
})

test('text comes back whole, rare characters and all', () => {
  for (const text of [
    '',
    'C1D',
    '刘桂英',
    '（个体工商户）：，',
    '𬀩䶮㐂',
    '·—“”',
    '阿卜杜·热西提',
    '43022419520815254X',
    '2026-11-21',
    'X-1:2.3/4 12345 123456',
    '（2026-11-21）',
    'é',
    '№①',
  ]) {
    expect(decodeText(encodeText(text))).toBe(text)
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!hasControlOrHalf(text))
      expect(decodeText(encodeText(text))).toBe(text)
    }),
  )
})

test('a Chinese character takes two bytes, a letter one', () => {
  expect(encodeText('茶陵县')).toHaveLength(6)
  expect(encodeText('（A）')).toHaveLength(5)
  expect(encodeText('2026-11-21')).toHaveLength(7)
  expect(encodeText('43022419520815254X')).toHaveLength(11)
})

test('each row of bytes that is read as text has one spelling', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      const text = decodeText(bytes)
      if (text !== null) expect(encodeText(text)).toEqual(bytes)
    }),
    { numRuns: 5_000 },
  )
})

test.each([
  ['a control character', 'a\nb'],
  ['half of a pair', '\ud800'],
])('%s is not written', (_, text) => {
  expect(() => encodeText(text)).toThrow(RangeError)
})

test.each([
  ['a character cut in two', [0x80]],
  ['a control character', [0x0a]],
  ['a long form of a letter', [0x01, 0, 0, 0x41]],
  ['half of a pair', [0x01, 0, 0xd8, 0x00]],
  ['beyond the last character', [0x01, 0x11, 0, 0]],
  ['no full-width form', [0x02, 0xf0]],
  ['a run of digits without an end', [0x03, 0x12, 0x34, 0x56]],
  ['a run of digits that goes on after its end', [0x03, 0x12, 0x34, 0x56, 0xf7, 0xff]],
  ['a run of digits too short to be one', [0x03, 0x12, 0x34, 0x5f]],
  ['a run of digits spelt out', Array.from('123456', (digit) => digit.charCodeAt(0))],
])('%s is not read', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBeNull()
})

test('numbers that do not fit their place are not written, and a reader past the end stays broken', () => {
  expect(() => new ByteWriter().number(256, 1)).toThrow(RangeError)
  expect(() => new ByteWriter().number(-1, 1)).toThrow(RangeError)
  expect(() => new ByteWriter().number(1.5, 2)).toThrow(RangeError)
  expect(() => new ByteWriter().text('茶'.repeat(128))).toThrow(RangeError)
  const reader = new ByteReader(Uint8Array.of(1, 2))
  expect([reader.number(1), reader.number(4), reader.number(1), reader.isBroken, reader.isDone]).toEqual([1, 0, 0, true, false])
})

const envelope = { kind: 'l', kid: '00c0ffee', issuedAt: 1_795_222_923, lifetime: 60, content: Uint8Array.of(1, 2, 3) } as const
const signature = new Uint8Array(64).fill(7)

test('a code is read as it was written', () => {
  const message = messageOf(envelope)
  const text = codeText('l', message, signature)
  expect(parseCode(text)).toEqual({ ...envelope, message, signature })
  expect(text).toMatch(/^OV1L:/)
})

test.each([
  ['nothing', ''],
  ['its prefix alone', 'OV1L:'],
  ['another kind', codeText('l', messageOf(envelope), signature).replace('OV1L', 'OV1X')],
  ['small letters', codeText('l', messageOf(envelope), signature).toLowerCase()],
  ['too few bytes for a signature', `OV1L:${toBase41(new Uint8Array(73))}`],
  ['too long for the QR code', `OV1L:${'0'.repeat(MAX_CODE_LENGTH)}`],
])('a code that is %s is not read', (_, text) => {
  expect(parseCode(text)).toBeNull()
})

test('a code is as long as the QR code holds and no longer', () => {
  const fit = (bytes: number): string => codeText('l', messageOf({ ...envelope, content: new Uint8Array(bytes) }), signature)
  expect(fit(322)).toHaveLength(599)
  expect(() => fit(323)).toThrow(CodeTooLongError)
})
