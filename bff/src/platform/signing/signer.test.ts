import { inflateRawSync } from 'node:zlib'
import { CodeTooLongError, parseCode } from '@one-visit/shared/kernel/signed-code/envelope'
import type { OfflineLicence } from '@one-visit/shared/licences/offline-code'
import { openStatusList, stateOfPlace } from '@one-visit/shared/licences/status-list'
import { SettableClock } from '../../../test/settable-clock'
import { type SigningKey, missingSigningKey } from './signing-key'
import { createSigner, type Signer } from './signer'
import { checkSignature, type SigningSuiteName } from './suites'

const SUITES = [
  ['aes', 'ed25519'],
  ['guomi', 'sm2'],
] as const
const HEALTH = { colour: 'green', name: '刘**' } as const

function licenceOf(fields: OfflineLicence['fields']): OfflineLicence {
  return {
    type: 'driving_licence',
    statusIndex: 70_001,
    asOf: new Date('2026-11-21T01:02:00.000Z'),
    presentationId: '019aa3b2-7c00-7000-8000-00000000abcd',
    issuer: '株洲市公安局交警支队',
    fields,
  }
}

const LICENCE = licenceOf([
  ['name', '刘桂英'],
  ['number', '430224195208152541'],
])

function newKey(suite: SigningSuiteName): SigningKey {
  const key = missingSigningKey([], suite)
  if (!key) throw new Error('no key')
  return key
}

let clock: SettableClock
const signerWith = (cryptoSuite: 'aes' | 'guomi', ...signing: SigningKey[]): Signer =>
  createSigner({ clock, ring: { signing }, cryptoSuite })

const moveTo = (instant: number): void => clock.advance(instant - clock.now().getTime())

beforeEach(() => {
  clock = new SettableClock()
})

describe.each(SUITES)('the %s suite (%s)', (cryptoSuite, suite) => {
  let signer: Signer
  beforeEach(() => {
    signer = signerWith(cryptoSuite, newKey(suite))
  })

  test('a code says what was signed until its time is over', () => {
    const code = signer.signOfflineLicence(LICENCE, 60)
    expect(signer.verifyOfflineLicence(code.text)).toEqual({
      content: LICENCE,
      issuedAt: code.issuedAt,
      expiresAt: code.expiresAt,
    })
    expect(code.expiresAt.getTime() - code.issuedAt.getTime()).toBe(60_000)
    moveTo(code.expiresAt.getTime() - 1)
    expect(signer.verifyOfflineLicence(code.text)).toMatchObject({ content: LICENCE })
    moveTo(code.expiresAt.getTime())
    expect(signer.verifyOfflineLicence(code.text)).toEqual({ failure: 'expired' })
  })

  test('a code from the future is refused beyond what our own clocks may differ', () => {
    const { text, issuedAt } = signer.signHealthCode(HEALTH, 60)
    moveTo(issuedAt.getTime() - 5_000)
    expect(signer.verifyHealthCode(text)).toMatchObject({ content: HEALTH })
    moveTo(issuedAt.getTime() - 5_001)
    expect(signer.verifyHealthCode(text)).toEqual({ failure: 'not_yet_valid' })
  })

  test('a code of one kind is none of the other', () => {
    expect(signer.verifyOfflineLicence(signer.signHealthCode(HEALTH, 60).text)).toEqual({ failure: 'malformed' })
    const licence = signer.signOfflineLicence(LICENCE, 60).text
    expect(signer.verifyHealthCode(licence)).toEqual({ failure: 'malformed' })
    expect(signer.verifyHealthCode(licence.replace('OV1L', 'OV1H'))).toHaveProperty('failure')
  })

  test('a red code does not turn green', () => {
    const { text } = signer.signHealthCode({ colour: 'red', name: '王**' }, 60)
    const other = signer.signHealthCode({ colour: 'green', name: '王**' }, 60).text
    // The green message under the signature of the red one.
    expect(signer.verifyHealthCode(other.slice(0, 30) + text.slice(30))).toEqual({ failure: 'altered' })
  })

  test('the key of another installation is unknown, and its signature under our key id is none', () => {
    const other = newKey(suite)
    const foreign = signerWith(cryptoSuite, other).signHealthCode(HEALTH, 60).text
    expect(signer.verifyHealthCode(foreign)).toEqual({ failure: 'unknown_key' })
    const pretender = signerWith(cryptoSuite, { ...other, kid: signer.publicKeys()[0]?.kid ?? '' })
    expect(signer.verifyHealthCode(pretender.signHealthCode(HEALTH, 60).text)).toEqual({ failure: 'altered' })
  })

  test('after a rotation the new key signs, and what the old one signed holds until it ends', () => {
    const old = newKey(suite)
    const before = signerWith(cryptoSuite, old).signHealthCode(HEALTH, 60)
    clock.advance(10_000)
    const ended = { ...old, privateKey: null, notAfter: clock.now().toISOString() }
    const next = missingSigningKey([ended], suite)
    expect(next).toMatchObject({ suite, notBefore: ended.notAfter, notAfter: null })
    const rotated = signerWith(cryptoSuite, ended, next!)
    expect(rotated.verifyHealthCode(before.text)).toMatchObject({ content: HEALTH })
    expect(parseCode(rotated.signHealthCode(HEALTH, 60).text)?.kid).toBe(next?.kid)
    expect(rotated.publicKeys().map(({ kid }) => kid)).toEqual([old.kid, next?.kid])
    moveTo(before.expiresAt.getTime())
    expect(rotated.verifyHealthCode(before.text)).toEqual({ failure: 'expired' })
    clock.advance(3_600_000)
    expect(rotated.publicKeys().map(({ kid }) => kid)).toEqual([next?.kid])
  })

  test('what an ended key signs afterwards is refused', () => {
    const key = newKey(suite)
    const last = signerWith(cryptoSuite, key).signHealthCode(HEALTH, 60).text
    clock.advance(1_000)
    const ended = { ...key, notAfter: clock.now().toISOString() }
    clock.advance(2_000)
    const stolen = signerWith(cryptoSuite, key).signHealthCode(HEALTH, 60).text
    const rotated = signerWith(cryptoSuite, ended, missingSigningKey([ended], suite)!)
    expect(rotated.verifyHealthCode(last)).toMatchObject({ content: HEALTH })
    expect(rotated.verifyHealthCode(stolen)).toEqual({ failure: 'unknown_key' })
  })

  test('the status list is signed, and names cancelled licences only', async () => {
    const list = signer.signStatusList([0, 9, 70_001], 70_001)
    const opened = await openStatusList(list, {
      keys: signer.publicKeys(),
      now: clock.now(),
      skewSeconds: 0,
      checkSignature,
      inflate: (packed, limit) => Promise.resolve(inflateRawSync(packed, { maxOutputLength: limit })),
    })
    if ('failure' in opened) throw new Error(opened.failure)
    const states = [0, 1, 9, 70_000, 70_001, 70_002, 1_048_575].map((place) => stateOfPlace(opened.bits, place))
    expect(states).toEqual(['revoked', 'good', 'revoked', 'good', 'revoked', 'good', 'unknown'])
    expect(Date.parse(list.expiresAt) - Date.parse(list.issuedAt)).toBe(60_000)
  })
})

test('a switch of the suite keeps what the other one signed', () => {
  const [first, second] = [newKey('ed25519'), newKey('sm2')]
  const before = signerWith('aes', first).signHealthCode(HEALTH, 60).text
  const both = signerWith('guomi', first, second)
  expect(both.verifyHealthCode(before)).toMatchObject({ content: HEALTH })
  expect(parseCode(both.signHealthCode(HEALTH, 60).text)?.kid).toBe(second.kid)
  expect(both.publicKeys().map(({ crv }) => crv)).toEqual(['Ed25519', 'SM2'])
})

test('without a key to sign with nothing starts, and a code never outlives what keys are kept for', () => {
  expect(() => signerWith('guomi', newKey('ed25519'))).toThrow(/sm2/)
  expect(() => signerWith('aes', { ...newKey('ed25519'), privateKey: null })).toThrow(/ed25519/)
  expect(() => signerWith('aes', newKey('ed25519')).signHealthCode(HEALTH, 601)).toThrow(RangeError)
})

test('more fields than a QR code holds are refused by their own error', () => {
  const tooMuch = licenceOf([1, 2, 3, 4, 5].map(() => ['address', '茶'.repeat(60)]))
  expect(() => signerWith('aes', newKey('ed25519')).signOfflineLicence(tooMuch, 60)).toThrow(CodeTooLongError)
})
