import { createServer } from 'node:http'
import type { FieldCrypto } from '../../src/platform/crypto/field-crypto'
import { closeServer, listenOnLoopback } from '../crooked-departments'
import { TYPED_TEXTS, typedIn } from '../typed-texts'
import { everyRow } from '../every-row'
import { doEverything, doTheRest } from '../everything-of-a-day'
import type { LooseInput } from '../http-client'
import { testCrypto } from '../test-crypto'
import { startTestServer, type TestServer } from '../test-server'

/** Where a few signs fit only, or what is written decides what is done: just what cannot be seen goes in there. */
const SHORT = new Set(['name', 'window', 'answers'])

/** Turns the text around, colours the terminal, begins a line of log and a header, hides. */
const GHOSTS = '\u202e\u2066\u001b\u009b\u200b\ufeff'
const UNSEEN = `${GHOSTS}\u001b[2J\u009b31m`
const LINES = '\r\n{"level":"fatal","msg":"planted-line"}\r\nX-Planted: 1\u2028'
/** What people may read of it afterwards; `[2J` and `31m` without their escape are words like any other. */
const TRACE = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u

const sealed: string[] = []
const written = new Set<string>()
let visits = 0
const elsewhere = createServer((_, response) => {
  visits += 1
  response.end()
})
let address: string
let server: TestServer
beforeAll(async () => {
  address = await listenOnLoopback(elsewhere)
  server = await startTestServer({ crypto: listening(testCrypto()) })
  await doEverything(crooked(server))
  await doTheRest(crooked(server))
  for (const job of ['outbox', 'follow-poller', 'outbox']) await server.runJob(job)
})
afterAll(async () => {
  await server.close()
  await closeServer(elsewhere)
})

/** Sealed columns cannot be searched, so what goes into them is. */
function listening(crypto: FieldCrypto): FieldCrypto {
  const seal: FieldCrypto['seal'] = (text, purpose) => {
    sealed.push(text)
    return crypto.seal(text, purpose)
  }
  return { ...crypto, seal }
}

/** A client whose user writes an address, line breaks and unseen signs wherever they may write. */
function crooked(honest: TestServer): TestServer {
  return {
    ...honest,
    call: async (key, input) => {
      const loose = input as LooseInput
      const free = typedIn(key)
      const answer = await honest.ask(key, {
        ...loose,
        body: rewrite(loose.body, '', free, key),
        headers: {
          referer: address,
          origin: address,
          'x-forwarded-host': address,
          'x-callback-url': address,
          'user-agent': address,
        },
      })
      if (answer.status >= 400) throw new Error(`${key} answered ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body as never
    },
  }
}

function rewrite(value: unknown, name: string, free: ReadonlySet<string>, key: string): unknown {
  if (typeof value === 'string' && free.has(name)) {
    written.add(`${key} ${name}`)
    return SHORT.has(name)
      ? value + GHOSTS
      : `${address}/ ${UNSEEN}${LINES}`.slice(0, name === 'label' || name === 'purpose' ? 60 : 100)
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return (value as unknown[]).map((one) => rewrite(one, name, free, key))
  const inside = ([field, inner]: [string, unknown]): [string, unknown] => [
    field,
    rewrite(inner, name === 'answers' ? name : field, free, key),
  ]
  return Object.fromEntries(Object.entries(value).map(inside))
}

test('a day on which everybody writes such things goes as any other, and each text of the contract was written', () => {
  expect(TYPED_TEXTS.length).toBeGreaterThan(20)
  expect(TYPED_TEXTS.filter((text) => !written.has(text))).toEqual([])
})

test('no address in anything that people write is called', () => {
  expect(sealed.join('')).toContain(address)
  expect(visits).toBe(0)
})

/** As they are, and as they stand in JSON. */
const isUnseen = (text: string): boolean => TRACE.test(text) || /\\u00[0189]/.test(text)
const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []

test('what is kept can be seen: no control characters, nothing that turns or hides text', async () => {
  expect(sealed.filter(isUnseen)).toEqual([])
  expect(textsOf(await everyRow(server.database)).filter(isUnseen)).toEqual([])
})

test('nothing of it reaches the log, whose every line is one JSON object', () => {
  const lines = server.logged().trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(100)
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), time: expect.any(String) })
  expect(lines.filter((line) => /planted|\[2J/i.test(line) || line.includes(address) || TRACE.test(line))).toEqual([])
})
