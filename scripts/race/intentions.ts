import { type Random, seededRandom } from './random'

/** What becomes of one request on its way. `afterMs`: when the network dies, counted from sending. */
export interface Network {
  /**
   * `cut`: the network dies, the request is repeated with its key; `gone`: it dies and nobody comes back; `twin`: sent to two
   * processes at once; `again`: repeated after it was answered.
   */
  readonly fate: 'good' | 'cut' | 'gone' | 'twin' | 'again'
  readonly afterMs: number
  /** Which process is asked first, as a share (0–1) of those there are. */
  readonly process: number
}

/** What a client means to do next. Shares (0–1) choose among what there is when its turn comes. */
export interface Intention<Wish extends string> {
  readonly wish: Wish
  readonly person: number
  readonly slot: number
  readonly which: number
  readonly pauseMs: number
  readonly network: Network
}

export type Weights<Wish extends string> = Readonly<Record<Wish, number>>

export const RESIDENT_WISHES = { book: 36, move: 26, cancel: 12, join: 8, leave: 2, accept: 12, look: 4 } as const
export type ResidentWish = keyof typeof RESIDENT_WISHES

export const STAFF_WISHES = {
  windows: 18,
  pause: 6,
  resume: 8,
  walk_in: 14,
  phone: 4,
  check_in: 18,
  call: 10,
  finish: 8,
  no_show: 6,
  cancel: 3,
  move: 5,
} as const
export type StaffWish = keyof typeof STAFF_WISHES

const FATES: Weights<Network['fate']> = { good: 80, cut: 7, gone: 2, twin: 6, again: 5 }
const LONGEST_CUT_MS = 25

/** Endless; the same for the same seed and client. */
export function* intentions<Wish extends string>(
  seed: number,
  client: string,
  wishes: Weights<Wish>,
  longestPauseMs: number,
): Generator<Intention<Wish>, never> {
  const random = seededRandom(seed, client)
  for (;;) {
    yield {
      wish: weighted(random, wishes),
      person: random(),
      slot: random(),
      which: random(),
      pauseMs: Math.floor(random() * longestPauseMs),
      network: { fate: weighted(random, FATES), afterMs: Math.floor(random() * LONGEST_CUT_MS), process: random() },
    }
  }
}

function weighted<Name extends string>(random: Random, weights: Weights<Name>): Name {
  const names = Object.keys(weights) as Name[]
  let left = random() * names.reduce((sum, name) => sum + weights[name], 0)
  for (const name of names) {
    left -= weights[name]
    if (left < 0) return name
  }
  throw new Error('There is nothing to choose from.')
}
