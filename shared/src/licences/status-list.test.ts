import { deflateRawSync, inflateRawSync } from 'node:zlib'
import {
  MAX_STATUS_PLACES,
  openStatusList,
  type StatusChecks,
  type StatusListText,
  stateOfPlace,
  statusBits,
  statusMessage,
} from './status-list'

const ISSUED = Date.parse('2026-11-21T01:02:03.000Z')
const SIGNATURE = 'A'.repeat(86)

function listOf(bits: Uint8Array, changes: Partial<StatusListText> = {}): StatusListText {
  return {
    list: deflateRawSync(bits).toString('base64url'),
    issuedAt: '2026-11-21T01:02:03.000Z',
    expiresAt: '2026-11-21T01:03:03.000Z',
    kid: '0badcafe',
    signature: SIGNATURE,
    ...changes,
  }
}

/** Takes the signature of the list as it was signed, and of no other. */
function checksFor(signed: StatusListText, now = ISSUED): StatusChecks {
  const message = Buffer.from(statusMessage(signed))
  return {
    keys: [
      {
        kid: '0badcafe',
        kty: 'OKP',
        crv: 'Ed25519',
        x: '',
        use: 'sig',
        notBefore: '2026-01-01T00:00:00.000Z',
        notAfter: '2027-01-01T00:00:00.000Z',
      },
    ],
    now: new Date(now),
    skewSeconds: 30,
    checkSignature: (_, given) => message.equals(given),
    inflate: async (packed, limit) => inflateRawSync(packed, { maxOutputLength: limit }),
  }
}

test('a list says of each place whether it was cancelled', async () => {
  const list = listOf(statusBits([3, 8], 100))
  const opened = await openStatusList(list, checksFor(list))
  if ('failure' in opened) throw new Error(opened.failure)
  expect([2, 3, 4, 7, 8, 9].map((place) => stateOfPlace(opened.bits, place))).toEqual([
    ...['good', 'revoked', 'good', 'good', 'revoked', 'good'],
  ])
})

test('there is room for licences shown after the list was made, and an end', () => {
  const bits = statusBits([], 100)
  expect(stateOfPlace(bits, 101 + 4095)).toBe('good')
  expect(stateOfPlace(bits, 1_000_000)).toBe('unknown')
})

test('places out of range and full lists are refused', () => {
  expect(() => statusBits([101], 100)).toThrow(RangeError)
  expect(() => statusBits([-1], 100)).toThrow(RangeError)
  expect(() => statusBits([], MAX_STATUS_PLACES)).toThrow(RangeError)
})

test.each([
  ['expired', 90_000, 'status_stale'],
  ['from the future', -30_001, 'status_stale'],
])('a list that is %s is stale', async (_, offset, failure) => {
  const list = listOf(statusBits([], 1))
  expect(await openStatusList(list, checksFor(list, ISSUED + offset))).toEqual({ failure })
})

const genuine = listOf(statusBits([3], 100))
test.each<readonly [string, Partial<StatusListText>]>([
  ['with other bits', { list: listOf(statusBits([], 100)).list }],
  ['that lives longer', { expiresAt: '2026-11-22T01:03:03.000Z' }],
  ['of another key', { kid: '0badcaff' }],
  ['of a time when its key did not sign', { issuedAt: '2025-11-21T01:02:03.000Z' }],
  ['without a time', { issuedAt: '' }],
  ['with a short signature', { signature: 'AAAA' }],
  ['with a signature that is no text', { signature: '*' }],
  ['that is no text', { list: '!' }],
  ['that is too long', { list: 'A'.repeat(200_000) }],
])('a list %s is invalid', async (_, changes) => {
  expect(await openStatusList({ ...genuine, ...changes }, checksFor(genuine))).toEqual({ failure: 'status_invalid' })
})

test.each([
  ['unpacks to far more than a list holds', deflateRawSync(new Uint8Array(20_000_000)).toString('base64url')],
  ['does not unpack', 'AAAA'],
])('a signed list that %s is invalid', async (_, packed) => {
  const list = { ...genuine, list: packed }
  expect(await openStatusList(list, checksFor(list))).toEqual({ failure: 'status_invalid' })
})
