import { createLogger, maskPersonalNumbers } from './logger'
import { problem } from './errors'
import { sensitive } from './sensitive'

const RESIDENT_ID = '430224199001010026'
const RESIDENT_ID_X = '43022419900307701X'
const PHONE = '13800138000'

function logInto(): { log: ReturnType<typeof createLogger>; lines: () => string } {
  const written: string[] = []
  const log = createLogger({ logLevel: 'trace' }, { write: (line) => written.push(line) })
  return { log, lines: () => written.join('') }
}

/** As TypeORM's QueryFailedError and undici's errors do: personal data in properties of their own. */
class QueryFailed extends Error {
  readonly parameters = [RESIDENT_ID, PHONE]
  readonly query = `SELECT 1 WHERE phone = '${PHONE}'`
}

test('no resident ID and no phone reaches a log line, whichever way it was logged', () => {
  const { log, lines } = logInto()
  const person = { phone: sensitive(PHONE), residentId: sensitive(RESIDENT_ID) }
  log.info({ person }, 'signed in')
  log.info({ phone: PHONE, number: Number(PHONE), list: [RESIDENT_ID, RESIDENT_ID_X] }, `signed in ${PHONE}`)
  log.child({ of: RESIDENT_ID }).warn('bound to %s and %s', RESIDENT_ID_X.toLowerCase(), `+86${PHONE}`)
  log.error({ err: new QueryFailed(`duplicate key (${RESIDENT_ID})`, { cause: new Error(`phone ${PHONE}`) }) })
  log.error(new QueryFailed(`tel:${PHONE}`))
  log.error({ err: problem('invalid_input', { detail: RESIDENT_ID, fields: [{ path: 'phone', message: PHONE }] }) })
  log.error({ err: { phone: PHONE } }, 'thrown, but not an error')
  for (const planted of [RESIDENT_ID, RESIDENT_ID_X, RESIDENT_ID_X.toLowerCase(), PHONE]) expect(lines()).not.toContain(planted)
  expect(lines()).toContain('[redacted]')
})

test('every masked line is still JSON', () => {
  const { log, lines } = logInto()
  log.info({ bare: Number(PHONE), list: [Number(PHONE)], quoted: RESIDENT_ID_X, text: `a,${PHONE},b` })
  const parsed: unknown = JSON.parse(lines())
  expect(parsed).toMatchObject({ bare: 99999999999, list: [99999999999], quoted: '9'.repeat(18), text: 'a,99999999999,b' })
})

test('times, counts and ids that only resemble such a number are left alone', () => {
  const line =
    '{"time":"2026-11-21T01:02:03.000Z","ms":1763700000000,"id":"019a9f00-0000-7000-8000-000000000001","digits":"12345678901234567890"}'
  expect(maskPersonalNumbers(line)).toBe(line)
})

test('an error is logged with type, code, stack and causes, and without its other properties', () => {
  const { log, lines } = logInto()
  const refused = Object.assign(new Error('connect refused', { cause: new TypeError('inner') }), {
    code: 'ECONNREFUSED',
    secret: 'x',
  })
  log.error({ err: refused })
  const parsed: unknown = JSON.parse(lines())
  expect(parsed).toMatchObject({
    level: 'error',
    err: { type: 'Error', code: 'ECONNREFUSED', cause: { type: 'TypeError', message: 'inner' } },
  })
  expect(lines()).not.toContain('secret')
})
