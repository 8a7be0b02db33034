import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { decodeHealthCode, encodeHealthCode } from '../health-code/code-content'
import { codeText, messageOf } from '../kernel/signed-code/envelope'
import type { CodeChecks, CodeKey } from '../kernel/signed-code/verify-code'
import { LICENCE_FIELDS, licenceFieldLabel } from './fields'
import { decodeOfflineLicence, encodeOfflineLicence, type OfflineLicence, verifyOfflineLicence } from './offline-code'
import { CLOCK_SKEW_SECONDS, LICENCE_PRESETS, LICENCE_TYPES } from './rules'

const ISSUED = Date.parse('2026-11-21T01:02:03.000Z')
const LICENCE: OfflineLicence = {
  type: 'id_card',
  statusIndex: 513,
  asOf: new Date('2026-11-21T01:02:00.000Z'),
  presentationId: '019aa3b2-7c00-7000-8000-00000000abcd',
  issuer: '茶陵县公安局',
  fields: [
    ['name', '刘桂英'],
    ['over18', '是'],
  ],
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const KEY: CodeKey = {
  kid: '0badcafe',
  kty: 'OKP',
  crv: 'Ed25519',
  x: '',
  use: 'sig',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: null,
}

const checksAt = (now: number, key = KEY): CodeChecks => ({
  keys: [key],
  now: new Date(now),
  tolerance: { early: CLOCK_SKEW_SECONDS, late: CLOCK_SKEW_SECONDS },
  checkSignature: (_, message, signature) => verify(null, message, publicKey, signature),
})

function signed(by: KeyObject = privateKey, licence: OfflineLicence = LICENCE): string {
  const content = encodeOfflineLicence(licence)
  const message = messageOf({ kind: 'l', kid: KEY.kid, issuedAt: ISSUED / 1000, lifetime: 60, content })
  return codeText('l', message, sign(null, message, by))
}

test('a presentation says which fields the holder chose', () => {
  expect(verifyOfflineLicence(signed(), checksAt(ISSUED))).toEqual({
    content: LICENCE,
    issuedAt: new Date(ISSUED),
    expiresAt: new Date(ISSUED + 60_000),
  })
})

test.each([
  ['just before it is forgiven', -CLOCK_SKEW_SECONDS * 1000 - 1, 'not_yet_valid'],
  ['as it has ended and is no longer forgiven', (60 + CLOCK_SKEW_SECONDS) * 1000, 'expired'],
])('%s it is refused', (_, offset, failure) => {
  expect(verifyOfflineLicence(signed(), checksAt(ISSUED + offset))).toEqual({ failure })
})

test.each([
  ['as early as is forgiven', -CLOCK_SKEW_SECONDS * 1000],
  ['as late as is forgiven', (60 + CLOCK_SKEW_SECONDS) * 1000 - 1],
])('%s it is taken', (_, offset) => {
  expect(verifyOfflineLicence(signed(), checksAt(ISSUED + offset))).toHaveProperty('content')
})

test('who else signs is refused, whatever the clock says', () => {
  const forged = signed(generateKeyPairSync('ed25519').privateKey)
  expect(verifyOfflineLicence(forged, checksAt(ISSUED))).toEqual({ failure: 'altered' })
  expect(verifyOfflineLicence(forged, checksAt(ISSUED + 1e9))).toEqual({ failure: 'altered' })
})

test.each([
  ['is not published', { ...KEY, kid: '0badcaff' }],
  ['did not sign yet', { ...KEY, notBefore: '2026-11-21T01:02:03.001Z' }],
  ['signed no longer', { ...KEY, notAfter: '2026-11-21T01:02:03.000Z' }],
])('a key that %s is unknown', (_, key) => {
  expect(verifyOfflineLicence(signed(), checksAt(ISSUED, key))).toEqual({ failure: 'unknown_key' })
})

test.each(LICENCE_TYPES)('every field of %s comes back, with its label', (type) => {
  const fields = LICENCE_FIELDS[type].map(([key]) => [key, `值 ${key}`] as const)
  const content = encodeOfflineLicence({ ...LICENCE, type, fields })
  expect(decodeOfflineLicence(content)).toEqual({ ...LICENCE, type, fields })
  expect(fields.map(([key]) => licenceFieldLabel(type, key))).toEqual(LICENCE_FIELDS[type].map(([, label]) => label))
  expect(new Set(fields.map(([key]) => key)).size).toBe(fields.length)
})

test('the issuer among the fields is not spelt twice', () => {
  const withAuthority = (authority: string): OfflineLicence => ({ ...LICENCE, fields: [['authority', authority]] })
  const same = encodeOfflineLicence(withAuthority(LICENCE.issuer))
  expect(decodeOfflineLicence(same)).toEqual(withAuthority(LICENCE.issuer))
  expect(encodeOfflineLicence(withAuthority('茶陵县税务局'))).toHaveLength(same.length + 11)
  const spelt = encodeOfflineLicence(withAuthority('茶陵县税务局')).slice(0, -12)
  const issuer = same.slice(25, 25 + 12)
  expect(decodeOfflineLicence(Uint8Array.of(...spelt, ...issuer))).toBeNull()
})

test('the presets name fields of the table', () => {
  for (const { type, fields } of LICENCE_PRESETS) {
    expect(LICENCE_FIELDS[type].map(([key]) => key)).toEqual(expect.arrayContaining([...fields]))
  }
})

test.each([
  ['what stands for the issuer', { fields: [['name', '@']] }],
  ['a field without a place', { fields: [['shoeSize', '41']] }],
  ['an id that is no UUID', { presentationId: '42' }],
  ['a place beyond the list', { statusIndex: 2 ** 24 }],
  ['a line break', { issuer: '一\n二' }],
] as const)('%s is not written', (_, wrong) => {
  expect(() => encodeOfflineLicence({ ...LICENCE, ...wrong })).toThrow(RangeError)
})

test('every shorter content is refused, or is the same licence with fewer fields', () => {
  const content = encodeOfflineLicence(LICENCE)
  const read = Array.from(content, (_, length) => decodeOfflineLicence(content.subarray(0, length))).filter((one) => one !== null)
  expect(read.map(({ fields }) => fields.length)).toEqual([0, 1])
})

test('a health code holds the colour and the masked name, and nothing may follow', () => {
  const bytes = encodeHealthCode({ colour: 'yellow', name: '刘**' })
  expect(decodeHealthCode(bytes)).toEqual({ colour: 'yellow', name: '刘**' })
  expect(decodeHealthCode(Uint8Array.of(...bytes, 0))).toBeNull()
  expect(decodeHealthCode(Uint8Array.of(3, 0))).toBeNull()
})
