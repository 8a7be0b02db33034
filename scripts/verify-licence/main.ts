import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { describeLicence } from './describe'
import { REASON_TEXT } from './reasons'
import { parseSeen } from './seen'
import { verifyOffline } from './verify-offline'

const USAGE = `node scripts/verify-licence.mjs <code> --keys jwks.json --status status.json [--seen seen.json] [--at <instant>]

  --keys    the published keys, from /.well-known/jwks.json
  --status  the published list of cancelled licences, from /.well-known/licence-status.json
  --seen    remembers what was taken, so that a code shown twice is refused
  --at      judges as of this instant, for instance 2026-11-21T01:02:03Z; now unless given

Nothing is asked over the network. Exit codes: 0 genuine, 1 refused, 2 called wrongly.`

interface Options {
  readonly code: string
  readonly keys: string
  readonly status: string
  readonly seen: string | undefined
  readonly now: Date
}

function parseOptions(args: string[]): Options {
  const option = { type: 'string' } as const
  const options = { keys: option, status: option, seen: option, at: option }
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [code, ...more] = positionals
  const now = new Date(values.at ?? Date.now())
  if (code === undefined || more.length > 0) throw new Error('one code is needed')
  if (!values.keys || !values.status) throw new Error('--keys and --status are needed')
  if (Number.isNaN(now.getTime())) throw new Error('--at is not an instant')
  return { code, keys: values.keys, status: values.status, seen: values.seen, now }
}

function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch {
    // Judged as a document that is none of ours.
    return null
  }
}

async function main(): Promise<number> {
  const { code, keys, status, seen, now } = parseOptions(process.argv.slice(2))
  const before = parseSeen(seen !== undefined && existsSync(seen) ? readFileSync(seen, 'utf8') : null)
  const outcome = await verifyOffline({ code, keys: readJson(keys), status: readJson(status), now, seen: before })
  if ('failure' in outcome) {
    console.log(`✘ ${REASON_TEXT[outcome.failure]} (${outcome.failure})`)
    return 1
  }
  if (seen !== undefined) writeFileSync(seen, `${JSON.stringify(outcome.seen)}\n`)
  console.log('✔ 有效 (valid)')
  for (const [label, value] of describeLicence(outcome.licence, outcome.expiresAt)) console.log(`${label}：${value}`)
  return 0
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
    process.exitCode = 2
  },
)
