import { setTimeout as pause } from 'node:timers/promises'
import { fastClock } from '../race/fast-clock'
import type { Action } from '../race/history'
import { atShare, seededRandom } from '../race/random'
import { book, findSlot } from './booking'
import { type Checked, checkDay } from './checks'
import { rushForVaccine, runVolunteer } from './crowd-journeys'
import { dayClock, TODAY } from './day-clock'
import { type Happened, runFaults } from './faults'
import { openLine } from './line'
import { warningsIn } from './log-lines'
import type { DayOptions } from './options'
import type { Seen } from './recorder'
import { isKnown, type Resident } from './residents'
import { anyWish, runErrand } from './resident-journeys'
import { MOMENTS, planComings, planRush, realTime } from './schedule'
import { logOf, type Place, startStack } from './stack'
import { serveOne, signInWorker } from './staff-journeys'
import { type People, phoneOf, type Scene, seedPeople } from './world'

export interface DayResult {
  readonly options: DayOptions
  readonly comings: number
  readonly crowd: number
  readonly seen: readonly Seen[]
  readonly faults: readonly Happened[]
  readonly checked: Checked
  readonly warnings: Readonly<Record<string, number>>
}

/**
 * Of the accounts: how many come by themselves, run for the vaccine, and booked for today before the doors opened; and how many have
 * something that they look up, most of them more than once.
 */
const SHARES = { comings: 1 / 10, crowd: 1 / 40, early: 1 / 100, askers: 1 / 50 } as const
const TURNS = { clerk: 20, volunteer: 4 } as const
const EARLY_AT_ONCE = 8

/** One day, from an empty folder to the last check. `say` tells what is going on. */
export async function liveDay(options: DayOptions, place: Place, say: (what: string) => void): Promise<DayResult> {
  const clock = dayClock(options)
  say(`Writing ${options.accounts} accounts …`)
  const people = await seedPeople(place, clock, options.accounts)
  const stack = await startStack(place, clock)
  const line = openLine(stack.port)
  try {
    const seen: Seen[] = []
    const history: Action[] = []
    let began = performance.now()
    let now = clock
    const nowMs = (): number => performance.now() - began
    const scene: Scene = {
      ...{ network: { line, seen, history, nowMs }, place, stack },
      ...{ random: seededRandom(options.seed, 'day'), clock: () => fastClock(now).now() },
    }
    say('Booking for today, before the doors open …')
    await bookEarly(scene, people, options.accounts * SHARES.early)
    seen.length = 0
    began = performance.now()
    now = { ...clock, startedAt: Date.now() }
    await stack.setClock(now)
    say(`The day begins: ${options.minutes} minutes.`)
    const plan = planDay(options, people, scene)
    const [faults] = await Promise.all([runFaults({ day: options, place, stack, nowMs }), ...plan.started])
    say('The day is over; checking.')
    const checked = await checkDay(place.databaseUrl, history, scene.clock)
    const warnings = await warningsIn(logOf(place))
    return { options, comings: plan.comings, crowd: plan.crowd, seen, faults, checked, warnings }
  } finally {
    line.close()
    await stack.stop()
  }
}

/** Whom the checks know by a number of their own: others share one, and could not book. */
const bookersOf = ({ residents }: People): Resident[] => residents.filter((resident) => !isKnown(resident))

async function bookEarly(scene: Scene, people: People, count: number): Promise<void> {
  const bookers = bookersOf(people).slice(-Math.floor(count)).values()
  const keepBooking = async (): Promise<void> => {
    for (const who of bookers) {
      const phone = phoneOf(scene, who)
      const slotId = await findSlot(phone, { ...anyWish(scene), date: TODAY }, { random: scene.random, elder: false })
      if (slotId !== null) await book(phone, slotId, { actor: who.id, elder: false })
    }
  }
  await Promise.all(Array.from({ length: EARLY_AT_ONCE }, keepBooking))
}

interface Planned {
  readonly comings: number
  readonly crowd: number
  readonly started: readonly Promise<void>[]
}

/** Starts everybody at their time. */
function planDay(options: DayOptions, people: People, scene: Scene): Planned {
  const { accounts, seed } = options
  const at = async (ms: number, what: () => Promise<void>): Promise<void> => {
    await pause(Math.max(0, ms - scene.network.nowMs()))
    await what()
  }
  const random = seededRandom(seed, 'who comes')
  const bookers = bookersOf(people)
  const askers = people.residents.filter(isKnown).slice(0, accounts * SHARES.askers)
  const comings = planComings(Math.floor(accounts * SHARES.comings), options, random)
  const crowd = planRush(Math.floor(accounts * SHARES.crowd), options, random)
  const running = comings.map(({ atMs, errand }) => {
    const who = atShare(errand === 'book' || errand === 'my_visits' ? bookers : askers, random())
    return who ? at(atMs, () => runErrand(scene, who, errand)) : Promise.resolve()
  })
  const rushing = crowd.map((ms, index) => {
    const who = bookers[index]
    return who ? at(ms, () => rushForVaccine(scene, who)) : Promise.resolve()
  })
  return {
    ...{ comings: comings.length, crowd: crowd.length },
    started: [...running, ...rushing, ...workersOf(options, people, scene)],
  }
}

/** Clerks and volunteers sign in as the day begins, and have their turns evenly until it ends. */
function workersOf(options: DayOptions, { clerks, volunteers }: People, scene: Scene): Promise<void>[] {
  const whole = options.minutes * 60_000
  const work = async (turns: number, begin: () => Promise<(() => Promise<void>) | null>): Promise<void> => {
    await pause(scene.random() * realTime(MOMENTS.rush, options))
    const turn = await begin()
    for (let done = 0; turn && done < turns; done += 1) {
      await pause(Math.max(0, ((done + scene.random()) / turns) * whole - scene.network.nowMs()))
      await turn()
    }
  }
  const ofClerks = clerks.map((clerk, index) =>
    work(TURNS.clerk, async () => {
      const session = await signInWorker(scene, clerk, index)
      return session && (() => serveOne(scene, clerk, session))
    }),
  )
  const ofVolunteers = volunteers.map((volunteer, index) =>
    work(TURNS.volunteer, async () => {
      const session = await signInWorker(scene, volunteer, clerks.length + index)
      return session && (() => runVolunteer(scene, volunteer, session))
    }),
  )
  return [...ofClerks, ...ofVolunteers]
}
