import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { encodeHealthCode, verifyHealthCode } from '../health-code/code-content'
import { toBase41 } from '../kernel/signed-code/base41'
import { codeText, type CodeKind, messageOf } from '../kernel/signed-code/envelope'
import { CODE_FAILURES, type CodeChecks, type CodeKey } from '../kernel/signed-code/verify-code'
import { encodeOfflineLicence, verifyOfflineLicence } from './offline-code'

/** `npm run fuzz` tries a million and more, a run of all tests a twentieth. */
const times = (all: number): number => (process.env['FUZZ'] === 'all' ? all : all / 20)

const NOW = new Date('2026-11-21T01:02:03.000Z')
const { privateKey } = generateKeyPairSync('ed25519')
const publicKey = createPublicKey(privateKey)
const KEY: CodeKey = {
  kid: '0badcafe',
  kty: 'OKP',
  crv: 'Ed25519',
  x: '',
  use: 'sig',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: null,
}

function genuine(kind: CodeKind, content: Uint8Array) {
  const message = messageOf({ kind, kid: KEY.kid, issuedAt: NOW.getTime() / 1000, lifetime: 60, content })
  const signature = sign(null, message, privateKey)
  return { kind, message: Buffer.from(message), signature, text: codeText(kind, message, signature) }
}

const health = genuine('h', encodeHealthCode({ colour: 'red', name: '刘**' }))
const licence = genuine(
  'l',
  encodeOfflineLicence({
    type: 'id_card',
    statusIndex: 7,
    asOf: NOW,
    presentationId: '019aa3b2-7c00-7000-8000-00000000abcd',
    issuer: '茶陵县公安局',
    fields: [
      ['name', '刘桂英'],
      ['over18', '是'],
    ],
  }),
)
const CODES = [health, licence]

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+-./: az\u0000码'
const letter = (n: number): string => LETTERS.charAt(n % LETTERS.length)

/** Changes of a text: a letter put in the place of another, put in, or taken out; a part cut off, doubled, or moved to the end. */
const CHANGES: readonly ((text: string, at: number, n: number) => string)[] = [
  (text, at, n) => text.slice(0, at) + letter(n) + text.slice(at + 1),
  (text, at, n) => text.slice(0, at) + letter(n) + text.slice(at),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at),
  (text, at, n) => text.slice(0, at) + text.slice(at - (n % 7)),
  (text, at) => text.slice(at) + text.slice(0, at),
]

const changed = (text: string, n: number): string =>
  CHANGES[n % CHANGES.length]?.(text, Math.floor(n / 8) % text.length, Math.floor(n / 65_536)) ?? text

const verifiers = { h: verifyHealthCode, l: verifyOfflineLicence }
const failures: ReadonlySet<string> = new Set(CODE_FAILURES)

/** True when both verifiers refuse the text with one of the known reasons. */
function isRefused(text: string, checks: CodeChecks): boolean {
  return [verifyHealthCode(text, checks), verifyOfflineLicence(text, checks)].every(
    (result) => 'failure' in result && failures.has(result.failure),
  )
}

/** As strict as a signature can be: it takes the one message and the one signature of the genuine code. So no two texts may say the same. */
const strictChecks = ({ message, signature }: typeof health): CodeChecks => ({
  keys: [KEY],
  now: NOW,
  tolerance: { early: 0, late: 0 },
  checkSignature: (_, given, by) => message.equals(given) && signature.equals(by),
})

const signatureChecks: CodeChecks = {
  ...strictChecks(health),
  checkSignature: (_, message, signature) => verify(null, message, publicKey, signature),
}

test.each(CODES)('the code that is mutated is genuine ($kind)', (code) => {
  for (const checks of [strictChecks(code), signatureChecks]) {
    expect(verifiers[code.kind](code.text, checks)).toHaveProperty('content')
  }
})

describe.each(CODES)('codes of kind $kind', (code) => {
  test(`${times(400_000)} texts with one to three changes are all refused`, () => {
    const checks = strictChecks(code)
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (first, second, third) => {
        const once = changed(code.text, first)
        const text = first % 3 === 0 ? once : changed(first % 3 === 1 ? once : changed(once, third), second)
        return text === code.text || isRefused(text, checks)
      }),
      { numRuns: times(400_000) },
    )
  })

  test(`${times(50_000)} messages with changed bytes, well spelt, are all refused`, () => {
    const checks = strictChecks(code)
    const body = Buffer.concat([code.message.subarray(5), code.signature])
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = Uint8Array.from(body)
        bytes[at] = (bytes[at] ?? 0) ^ flip
        return isRefused(code.text.slice(0, 5) + toBase41(bytes), checks)
      }),
      { numRuns: times(50_000) },
    )
  })

  test(`so they are with the signature itself checked, ${times(10_000)} times`, () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        const text = changed(code.text, n)
        return text === code.text || isRefused(text, signatureChecks)
      }),
      { numRuns: times(10_000) },
    )
  })
})

test(`${times(100_000)} texts that were never a code are refused`, () => {
  fc.assert(
    fc.property(fc.constantFrom('', 'OV1H:', 'OV1L:'), fc.string({ unit: 'binary', maxLength: 20 }), (prefix, rest) =>
      isRefused(prefix + rest, signatureChecks),
    ),
    { numRuns: times(100_000) },
  )
})
