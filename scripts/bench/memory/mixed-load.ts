import { type Answer, Connection } from '../connection'
import { everydayQueries } from '../queries'
import { writeGet, writeRequest } from '../requests'
import { type Caller, OFFICE } from '../visits'

export interface MixedOrder {
  readonly port: number
  /** Those whose copies are fresh. */
  readonly tokens: readonly string[]
  /** Who books, and of whom no copy is kept: once each. */
  readonly book: readonly Caller[]
  readonly cold: readonly Caller[]
  readonly requests: number
  readonly connections: number
}

/** Of a hundred requests; a twelfth writes. What goes wrong is in it too, for that is where things are left lying about. */
const MIX = {
  session: 22,
  slots: 20,
  search: 10,
  wallet: 8,
  progress: 8,
  appointments: 8,
  messages: 5,
  item: 4,
  county: 3,
  subscribe: 4,
  book: 3,
  cold: 1,
  stranger: 2,
  nowhere: 1,
  wrong: 1,
} as const
type Kind = keyof typeof MIX

const ORDER: readonly Kind[] = shuffled((Object.keys(MIX) as Kind[]).flatMap((kind) => Array<Kind>(MIX[kind]).fill(kind)))
const REFUSED: Readonly<Partial<Record<Kind, number>>> = { stranger: 401, nowhere: 404, wrong: 422 }
const GROUPS = ['vehicle', 'household', 'medical-insurance']
/** A connection is closed and opened anew after so many, every other time while its last request is under way. */
const REQUESTS_A_CONNECTION = 200

/** How many of each kind there are in so many requests: whoever comes once only must suffice. */
export const countOf = (kind: 'book' | 'cold', requests: number): number => Math.ceil((requests * MIX[kind]) / 100) + MIX[kind]

/** The mix, over so many connections; throws at an answer that is not what it should be. */
export async function runMixed(order: MixedOrder): Promise<void> {
  const writers = writersOf(order)
  let left = order.requests
  const keepAsking = async (first: number): Promise<void> => {
    let connection = await Connection.open(order.port)
    for (let turn = first; left > 0; turn += order.connections) {
      left -= 1
      const kind = ORDER[turn % ORDER.length] ?? 'session'
      const request = writers[kind](turn)
      if (request === null) continue
      check(kind, await connection.send(request))
      if (Math.floor(turn / order.connections) % REQUESTS_A_CONNECTION !== REQUESTS_A_CONNECTION - 1) continue
      if (turn % 2 === 0) void connection.send(writers.session(turn) ?? '').catch(() => undefined)
      connection.close()
      connection = await Connection.open(order.port)
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: order.connections }, (_, index) => keepAsking(index)))
}

function check(kind: Kind, { status, body }: Answer): void {
  const expected = REFUSED[kind]
  if (expected === undefined ? status < 300 : status === expected) return
  throw new Error(`${kind} was answered ${status}: ${body}`)
}

/** Null: nobody is left who comes once. */
function writersOf({ tokens, book, cold }: MixedOrder): Record<Kind, (turn: number) => string | null> {
  const queries = everydayQueries()
  const [bookers, strangers] = [book.values(), cold.values()]
  const tokenAt = (turn: number): string => tokens[turn % tokens.length] ?? ''
  const get = (path: string) => (turn: number) => writeGet(path, tokenAt(turn))
  const day = (turn: number): string => String(24 + (turn % 4))
  return {
    session: (turn) => writeRequest('session', { token: tokenAt(turn) }),
    slots: (turn) =>
      get(`/v1/slots?office=${OFFICE}&itemGroup=${GROUPS[turn % GROUPS.length] ?? ''}&date=2026-11-${day(turn)}`)(turn),
    search: (turn) => writeRequest('search', { token: tokenAt(turn), query: `${queries[turn % queries.length] ?? ''}${turn}` }),
    wallet: get('/v1/licences'),
    progress: get('/v1/progress/id-card'),
    appointments: get('/v1/appointments'),
    messages: get('/v1/messages'),
    item: get('/v1/often-used-items'),
    county: get('/v1/county'),
    subscribe: (turn) => writeRequest('subscribe', { token: tokenAt(turn) }),
    book: () => once(bookers, 'book'),
    cold: () => once(strangers, 'progress-cold'),
    stranger: (turn) => writeGet('/v1/session', `${tokenAt(turn).slice(0, -8)}${String(turn).padStart(8, '0')}`),
    nowhere: (turn) => writeGet(`/v1/nowhere/${turn}`, tokenAt(turn)),
    wrong: (turn) => writeGet(`/v1/slots?office=${turn}`, tokenAt(turn)),
  }
}

function once(callers: ArrayIterator<Caller>, workload: 'book' | 'progress-cold'): string | null {
  const { value, done } = callers.next()
  return done === true ? null : writeRequest(workload, value)
}

/** The same each time: kinds in every order after one another, yet no two runs differ. */
function shuffled<T>(kinds: readonly T[]): T[] {
  return kinds.map((_, index) => kinds[(index * 37) % kinds.length] as T)
}
