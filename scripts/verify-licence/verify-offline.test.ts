import { toBase41, fromBase41 } from '@one-visit/shared/kernel/signed-code/base41'
import { CLOCK_SKEW_SECONDS } from '@one-visit/shared/licences/rules'
import { type Issuer, LICENCE, startIssuer } from './testing/issuer'
import { parseSeen, type Seen } from './seen'
import { type Outcome, type Shown, verifyOffline } from './verify-offline'

describe.each(['aes', 'guomi'] as const)('codes of a %s installation', (cryptoSuite) => {
  let issuer: Issuer
  let code: string
  let shown: Shown
  const afterSeconds = (seconds: number): Date => new Date(issuer.clock.now().getTime() + seconds * 1000)
  const verify = (changes: Partial<Shown> = {}): Promise<Outcome> => verifyOffline({ ...shown, ...changes })

  beforeEach(() => {
    issuer = startIssuer(cryptoSuite)
    code = issuer.signer.signOfflineLicence(LICENCE, 60).text
    shown = { code, keys: issuer.keys(), status: issuer.status([11, 13]), now: issuer.clock.now(), seen: {} }
  })

  /** The same with another name, as somebody who can write codes but not sign them would make it. */
  function withOtherName(): string {
    const bytes = fromBase41(code.slice(5)) ?? new Uint8Array()
    const other = fromBase41(
      issuer.signer
        .signOfflineLicence({ ...LICENCE, fields: [['name', '王建国'], ...LICENCE.fields.slice(1)] }, 60)
        .text.slice(5),
    )
    const content = (other ?? new Uint8Array()).slice(0, -64)
    return code.slice(0, 5) + toBase41(Uint8Array.of(...content, ...bytes.slice(-64)))
  }

  test('a genuine one says what the holder chose', async () => {
    expect(await verify()).toMatchObject({ licence: LICENCE, expiresAt: afterSeconds(60) })
    expect(await verify({ code: `\n ${code} ` })).toHaveProperty('licence')
  })

  test('altered', async () => {
    expect(await verify({ code: withOtherName() })).toEqual({ failure: 'altered' })
  })

  test('expired, once no clock can be to blame', async () => {
    // The list is fetched anew while the code is shown too long.
    issuer.clock.advance((60 + CLOCK_SKEW_SECONDS) * 1000 - 1)
    const status = issuer.status()
    expect(await verify({ now: issuer.clock.now(), status })).toHaveProperty('licence')
    expect(await verify({ now: afterSeconds(0.001), status })).toEqual({ failure: 'expired' })
  })

  test('from the future by more than clocks may differ', async () => {
    expect(await verify({ now: afterSeconds(-CLOCK_SKEW_SECONDS) })).toHaveProperty('licence')
    expect(await verify({ now: afterSeconds(-CLOCK_SKEW_SECONDS - 0.001) })).toEqual({ failure: 'not_yet_valid' })
  })

  test('shown twice to the same verifier', async () => {
    const first = await verify()
    if ('failure' in first) throw new Error(first.failure)
    const seen: Seen = parseSeen(JSON.stringify(first.seen))
    expect(await verify({ seen })).toEqual({ failure: 'replayed' })
    const again = issuer.signer.signOfflineLicence({ ...LICENCE, presentationId: crypto.randomUUID() }, 60).text
    expect(await verify({ seen, code: again })).toHaveProperty('licence')
  })

  test('what was seen is remembered for as long as it could be shown again, and no longer', async () => {
    const first = await verify()
    if ('failure' in first) throw new Error(first.failure)
    issuer.clock.advance((60 + CLOCK_SKEW_SECONDS) * 1000)
    const next = issuer.signer.signOfflineLicence({ ...LICENCE, presentationId: crypto.randomUUID() }, 60).text
    const later = await verify({ code: next, seen: first.seen, now: issuer.clock.now(), status: issuer.status() })
    expect(later).toHaveProperty('seen')
    expect(Object.keys('seen' in later ? later.seen : {})).toHaveLength(1)
  })

  test('a refused code is not remembered', async () => {
    expect(await verify({ status: issuer.status([12]) })).toEqual({ failure: 'revoked' })
  })

  test('signed by another installation', async () => {
    expect(await verify({ keys: startIssuer(cryptoSuite).keys() })).toEqual({ failure: 'unknown_key' })
    const other = startIssuer(cryptoSuite === 'aes' ? 'guomi' : 'aes')
    expect(await verify({ keys: other.keys() })).toEqual({ failure: 'unknown_key' })
  })

  test('the list is out of date, or from before the licence had its place', async () => {
    expect(await verify({ now: afterSeconds(89) })).toHaveProperty('licence')
    issuer.clock.advance(60_000)
    const fresh = issuer.signer.signOfflineLicence(LICENCE, 60).text
    expect(await verify({ code: fresh, now: afterSeconds(30) })).toEqual({ failure: 'status_stale' })
    const far = issuer.signer.signOfflineLicence({ ...LICENCE, statusIndex: 900_000 }, 60).text
    expect(await verify({ code: far, now: issuer.clock.now(), status: issuer.status() })).toEqual({ failure: 'status_stale' })
  })

  test.each<readonly [string, (status: object) => unknown]>([
    ['missing', () => null],
    ['of another form', () => ({ list: 1 })],
    ['said to last longer', (status) => ({ ...status, expiresAt: '2027-01-01T00:00:00.000Z' })],
    ['signed by somebody else', () => startIssuer(cryptoSuite).status()],
  ])('the list is %s', async (_, change) => {
    expect(await verify({ status: change(issuer.status() as object) })).toEqual({ failure: 'status_invalid' })
  })

  test.each([[null], [{}], [{ keys: [] }], [{ keys: 'none' }], [{ keys: [{ kid: '00000000', crv: 'P-256', x: '' }] }]])(
    'no keys in %j',
    async (keys) => {
      expect(await verify({ keys })).toEqual({ failure: 'keys_invalid' })
    },
  )

  test.each(['', 'OV1L:', 'https://example.com', '2A3B4C5D6E', '茶'.repeat(3000)])('malformed: %j', async (text) => {
    expect(await verify({ code: text })).toEqual({ failure: 'malformed' })
  })

  test('a health code is no licence', async () => {
    const health = issuer.signer.signHealthCode({ colour: 'green', name: '刘**' }, 60).text
    expect(await verify({ code: health })).toEqual({ failure: 'malformed' })
  })

  test('keys of a kind this verifier does not know do not stand in the way of those that it knows', async () => {
    const { keys } = shown.keys as { keys: object[] }
    expect(await verify({ keys: { keys: [{ kid: '11111111', crv: 'ML-DSA' }, ...keys] } })).toHaveProperty('licence')
  })
})

test.each([[null], ['{'], ['[]'], ['3'], ['{"a":"b"}']])('a memory of %j is an empty one', (json) => {
  expect(parseSeen(json)).toEqual({})
})
