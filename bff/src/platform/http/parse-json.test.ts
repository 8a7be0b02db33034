import fc from 'fast-check'
import type { Problem } from '../errors'
import { parseJson } from './parse-json'

test('whatever JSON.stringify writes is read back', () => {
  const key = fc
    .string({ unit: 'grapheme' })
    .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name) && !name.includes('\0'))
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'))
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value')),
      fc.dictionary(key, tie('value')),
    ),
  }))
  fc.assert(
    fc.property(value, (sent) => {
      expect(parseJson(JSON.stringify(sent, null, 1))).toEqual(JSON.parse(JSON.stringify(sent)))
    }),
  )
})

test.each([
  ['nothing', ''],
  ['a cut object', '{"a":1'],
  ['a bare word', 'yes'],
  ['two values', '{} {}'],
  ['a key twice', '{"a":1,"a":2}'],
  ['a key twice, once escaped', '{"a":1,"\\u0061":2}'],
  ['a key twice deep inside', '[{"x":{"a":{},"b":[],"a":1}}]'],
  ['a prototype key', '{"__proto__":{"admin":true}}'],
  ['an escaped prototype key', '{"\\u005f_proto__":1}'],
  ['a constructor key', '{"a":{"constructor":1}}'],
  ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`],
  ['30 thousand levels', '[{"a":'.repeat(15_000)],
  ['a NUL', '{"a":"x\\u0000"}'],
  ['half of a character', '{"a":"\\ud83d"}'],
  ['a NUL in a key', '{"\\u0000":1}'],
])('%s is refused', (_, text) => {
  expect(() => parseJson(text)).toThrow(expect.objectContaining({ code: 'malformed_request' }) as Problem)
})

test.each([
  ['32 levels', `${'['.repeat(32)}${']'.repeat(32)}`],
  ['the same key in different objects', '[{"a":1},{"a":{"a":2}}]'],
  ['a key that stood in a closed object', '{"x":{"a":1},"a":2}'],
  ['brackets, quotes and colons in text', '{"a":"[{\\"a\\":1}]","b":"\\\\u0000"}'],
  ['a whole character in two halves', '{"a":"\\ud83d\\ude00"}'],
])('%s is taken', (_, text) => {
  expect(parseJson(text)).toEqual(JSON.parse(text))
})

test('a large body is looked through in a time that grows with its length only', () => {
  const text = `{"a":"${'\\"x'.repeat(20_000)}"}`
  expect(parseJson(text)).toEqual(JSON.parse(text))
})
