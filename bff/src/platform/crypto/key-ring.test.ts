import { hmacSha256 } from './aes'
import { createCipheriv, createHash } from 'node:crypto'
import fc from 'fast-check'
import { newKeyRing, parseKeyRing } from './crypto-keys'
import { type FieldCrypto, SealedTextError, type SuiteName } from './field-crypto'
import { hmacSm3, isGuomiAvailable } from './guomi'
import { createFieldCrypto, KeyRing } from './key-ring'

const SUITES: SuiteName[] = ['aes', 'guomi']
const ringOf = (suite: SuiteName): KeyRing => KeyRing.parse(newKeyRing(suite))
const cryptoOf = (suite: SuiteName): FieldCrypto => createFieldCrypto(ringOf(suite), suite)

/** The ring after a rotation: one more key, which seals from now on. */
function rotated(ring: KeyRing): KeyRing {
  const fresh = ringOf('aes')
  return { ...ring, current: fresh.current, keys: { ...ring.keys, ...fresh.keys } }
}

/** The same text with bit `bit` of its encrypted bytes turned over. */
function turnBit(sealed: string, bit: number): string {
  const [version = '', suite = '', keyId = '', body = ''] = sealed.split('.')
  const bytes = Buffer.from(body, 'base64url')
  const at = Math.floor(bit / 8) % bytes.length
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (bit % 8)), at)
  return [version, suite, keyId, bytes.toString('base64url')].join('.')
}

test('this Node has the national algorithms', () => {
  expect(isGuomiAvailable()).toBe(true)
})

test('SM3 gives the vector of GB/T 32905-2016, appendix A.1', () => {
  expect(createHash('sm3').update('abc').digest('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})

test('SM4 gives the vector of GB/T 32907-2016, appendix A, as the first keystream block of SM4-CTR', () => {
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const cipher = createCipheriv('sm4-ctr', key, key)
  expect(cipher.update(Buffer.alloc(16)).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
})

test('HMAC-SHA-256 gives the vector of RFC 4231, 4.3', () => {
  expect(hmacSha256(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?')).toString('hex')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})

test('HMAC-SM3 is RFC 2104 over SM3', () => {
  const block = (pad: number): Buffer => Buffer.from(Buffer.alloc(64).map((_, index) => (Buffer.from('key')[index] ?? 0) ^ pad))
  const sm3 = (...parts: Buffer[]): Buffer => createHash('sm3').update(Buffer.concat(parts)).digest()
  const expected = sm3(block(0x5c), sm3(block(0x36), Buffer.from('data')))
  expect(hmacSm3(Buffer.from('key'), Buffer.from('data'))).toEqual(expected)
})

describe.each(SUITES)('%s', (suite) => {
  const crypto = cryptoOf(suite)

  test('whatever is sealed opens again, and its text is not in what is stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, purpose) => {
        expect(crypto.open(crypto.seal(text, purpose), purpose)).toBe(text)
      }),
    )
    expect(crypto.seal('430224199001010026', 'account.resident_id')).toMatch(
      new RegExp(`^v1\\.${suite}\\.k-[0-9a-f]{8}\\.[\\w-]+$`),
    )
  })

  test('the same text is sealed differently each time', () => {
    expect(crypto.seal('谭秀英', 'account.name')).not.toBe(crypto.seal('谭秀英', 'account.name'))
  })

  test('one turned bit anywhere is noticed', () => {
    const sealed = crypto.seal('谭秀英', 'account.name')
    const bits = Buffer.from(sealed.split('.')[3] ?? '', 'base64url').length * 8
    for (let bit = 0; bit < bits; bit++) expect(() => crypto.open(turnBit(sealed, bit), 'account.name')).toThrow(SealedTextError)
  })

  test('text sealed for one purpose does not open for another', () => {
    const sealed = crypto.seal('13800138000', 'account.phone')
    expect(() => crypto.open(sealed, 'account.name')).toThrow(SealedTextError)
    expect(() => crypto.open(sealed, 'account.phon')).toThrow(SealedTextError)
  })

  test.each(['', 'plain', 'v1.aes.k.', 'v2.aes.k-1.AAAA', 'v1.rot13.k-1.AAAA', 'v1.aes.__proto__.AAAA', 'v1.guomi.unknown.AAAA'])(
    '%p is not opened',
    (text) => {
      expect(() => crypto.open(text, 'account.name')).toThrow(SealedTextError)
    },
  )

  test('cut or relabelled text is not opened', () => {
    const sealed = crypto.seal('谭秀英', 'account.name')
    const other = suite === 'aes' ? 'guomi' : 'aes'
    for (const wrong of [sealed.slice(0, -4), sealed.slice(0, 40), `${sealed}AAAA`, sealed.replace(suite, other)]) {
      expect(() => crypto.open(wrong, 'account.name')).toThrow(SealedTextError)
    }
  })

  test('a refusal says nothing of the text, the key or the purpose', () => {
    const sealed = crypto.seal('13800138000', 'account.phone')
    expect(() => crypto.open(sealed, 'account.name')).toThrow(/^sealed text cannot be opened: altered_or_other_purpose$/)
  })

  test('a blind index is the same for the same value, and differs by value, purpose and ring', () => {
    const index = crypto.blindIndex('430224199001010026', 'account.resident_id')
    expect(crypto.blindIndex('430224199001010026', 'account.resident_id')).toBe(index)
    const others = [
      crypto.blindIndex('43022419900101002X', 'account.resident_id'),
      crypto.blindIndex('430224199001010026', 'account.phone'),
      crypto.blindIndex('id430224199001010026', 'account.resident_'),
      cryptoOf(suite).blindIndex('430224199001010026', 'account.resident_id'),
    ]
    expect(new Set([index, ...others]).size).toBe(5)
  })

  test('after a rotation old text opens and asks to be sealed anew; look-ups go on', () => {
    const before = ringOf(suite)
    const old = createFieldCrypto(before, suite)
    const now = createFieldCrypto(rotated(before), suite)
    const sealed = old.seal('谭秀英', 'account.name')
    expect(sealed.startsWith(old.head)).toBe(true)
    expect(now.open(sealed, 'account.name')).toBe('谭秀英')
    expect(sealed.startsWith(now.head)).toBe(false)
    expect(now.seal('谭秀英', 'account.name').startsWith(now.head)).toBe(true)
    expect(now.blindIndex('x', 'p')).toBe(old.blindIndex('x', 'p'))
  })

  test('once the old key is gone from the ring, its text does not open', () => {
    const before = ringOf(suite)
    const sealed = createFieldCrypto(before, suite).seal('谭秀英', 'account.name')
    const after = rotated(before)
    const only = { ...after, keys: Object.fromEntries(Object.entries(after.keys).filter(([id]) => id === after.current)) }
    expect(() => createFieldCrypto(only, suite).open(sealed, 'account.name')).toThrow(/unknown_key/)
  })
})

test('changing the suite keeps old text and every blind index', () => {
  const ring = ringOf('aes')
  const aes = createFieldCrypto(ring, 'aes')
  const guomi = createFieldCrypto(ring, 'guomi')
  const sealed = aes.seal('谭秀英', 'account.name')
  expect(guomi.open(sealed, 'account.name')).toBe('谭秀英')
  expect(sealed.startsWith(guomi.head)).toBe(false)
  expect(guomi.blindIndex('x', 'p')).toBe(aes.blindIndex('x', 'p'))
})

test.each([
  ['not JSON', '{', /is not JSON/],
  ['a current key that is not there', JSON.stringify({ ...newKeyRing('aes'), current: 'k-none' }), /must name one of the keys/],
  ['a short key', JSON.stringify({ ...newKeyRing('aes'), current: 'a', keys: { a: 'AAAA' } }), /32 bytes/],
  [
    'an inherited name as current key',
    JSON.stringify({ ...newKeyRing('aes'), current: 'toString' }),
    /must name one of the keys/,
  ],
])('%s is refused as a key ring', (_, text, expected) => {
  expect(() => parseKeyRing(text, 'ONE_VISIT_KEYS')).toThrow(expected)
})
