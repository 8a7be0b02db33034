import { existsSync } from 'node:fs'
import path from 'node:path'
import { startTestServer, type TestServer } from '../../../bff/test/test-server'
import { PassingClock } from './passing-clock'

const H5 = path.resolve(__dirname, '../../../miniapp/dist/h5')

/** The fake departments and the real BFF over HTTP with a fresh database, as a journey sees them. */
export interface Stack extends Pick<
  TestServer,
  'url' | 'fakes' | 'clock' | 'database' | 'deps' | 'call' | 'refused' | 'runJob' | 'logged' | 'close'
> {
  /** The code that `ask` makes go to a phone, which may have had some before. */
  smsCodeAfter(phone: string, ask: () => Promise<unknown>): Promise<string>
  /** The department takes the next step of a case, the poller notices, and the message goes out. Throws when no step is left. */
  advanceCase(caseNumber: string): Promise<void>
}

export interface StackOptions {
  /** Serve the H5 build, which must be there already. */
  readonly h5?: boolean
  /** The division code of its pack; 茶陵 unless given. */
  readonly county?: string
  /** When it begins, epoch milliseconds: journeys about days of the calendar have their own. Now unless given. */
  readonly start?: number
}

/** Starts everything on free loopback ports. Time passes as usual, and `clock.advance` skips some. Close it when done. */
export async function startStack({ h5 = true, county, start }: StackOptions = {}): Promise<Stack> {
  if (h5 && !existsSync(path.join(H5, 'index.html')))
    throw new Error(`There is no H5 build in ${H5}: run \`npm run build:h5\` first.`)
  const server = await startTestServer({
    clock: new PassingClock(start),
    ...(county === undefined ? {} : { county }),
    ...(h5 ? { publicDir: H5 } : {}),
  })
  const { fakes, clock, runJob } = server
  return {
    ...server,
    smsCodeAfter: async (phone, ask) => {
      const before = fakes.smsSent(phone).length
      await ask()
      return waitFor(`a code for ${phone}`, () => fakes.smsSent(phone)[before]?.params['code'])
    },
    advanceCase: async (caseNumber) => {
      if (!fakes.advance(caseNumber)) throw new Error(`nothing is left to happen to ${caseNumber}`)
      // Followed cases are asked after every few minutes at least, hours when nothing happens.
      clock.advance(DAY)
      await runJob('follow-poller')
      await runJob('outbox')
    },
  }
}

const DAY = 86_400_000
const PATIENCE_MS = 10_000

/** Asks until there is an answer; throws after ten seconds. */
export async function waitFor<T>(what: string, find: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const found = await find()
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
