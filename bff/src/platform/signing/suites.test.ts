import { checkSignature, signingSuites } from './suites'

const base64url = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url')
const ANY = { kid: '00000000', use: 'sig', notBefore: '2020-01-01T00:00:00.000Z', notAfter: null } as const

/** RFC 8032, 7.1, test 2. */
const ED25519 = {
  privateKey: base64url('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
  publicKey: base64url('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'),
  message: Buffer.from('72', 'hex'),
  signature: Buffer.from(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    'hex',
  ),
}

/** GM/T 0003.5-2012, annex A. */
const SM2 = {
  privateKey: base64url('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'),
  publicKey: base64url(
    '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  ),
  message: Buffer.from('message digest'),
  signature: Buffer.from(
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
    'hex',
  ),
}

describe.each([
  ['ed25519', ED25519],
  ['sm2', SM2],
] as const)('%s', (name, { privateKey, publicKey, message, signature }) => {
  const suite = signingSuites[name]
  const key = { ...ANY, ...suite.jwk(publicKey) }

  test('agrees with the example of its standard', () => {
    expect(suite.publicKeyOf(privateKey)).toBe(publicKey)
    expect(checkSignature(key, message, signature)).toBe(true)
  })

  test('signs in 64 bytes what it checks', () => {
    const signed = suite.sign({ privateKey, publicKey }, message)
    expect(signed).toHaveLength(64)
    expect(checkSignature(key, message, signed)).toBe(true)
    expect(checkSignature(key, Buffer.from('other'), signed)).toBe(false)
  })

  test('makes keys that are pairs', () => {
    const fresh = suite.newPrivateKey()
    const freshPublic = suite.publicKeyOf(fresh)
    const signed = suite.sign({ privateKey: fresh, publicKey: freshPublic }, message)
    expect(checkSignature({ ...ANY, ...suite.jwk(freshPublic) }, message, signed)).toBe(true)
    expect(checkSignature(key, message, signed)).toBe(false)
  })

  test.each([
    ['empty', Buffer.alloc(0)],
    ['too short', signature.subarray(1)],
    ['too long', Buffer.concat([signature, Buffer.alloc(1)])],
    ['all zero', Buffer.alloc(64)],
    ['all ones', Buffer.alloc(64, 0xff)],
    ['with its second half zero', Buffer.concat([signature.subarray(0, 32), Buffer.alloc(32)])],
  ])('refuses a signature that is %s', (_, wrong) => {
    expect(checkSignature(key, message, wrong)).toBe(false)
  })

  test.each(['', 'AAAA', base64url('ff'.repeat(32))])('refuses a public key that is none: %j', (x) => {
    expect(checkSignature({ ...key, x }, message, signature)).toBe(false)
  })
})
