import { setTimeout as pause } from 'node:timers/promises'
import type { ArenaSlot } from './arena'
import type { Caller } from './caller'
import type { Processes } from './processes'
import { seededRandom } from './random'
import { type ClientSetting, runResidents } from './resident-client'
import type { Seeded } from './seed'
import { closeDay, runStaff } from './staff-client'

interface Fight {
  readonly seconds: number
  readonly clients: number
  readonly seed: number
  readonly kills: number
  readonly caller: Caller
  readonly processes: Processes
  readonly people: Seeded
  readonly arena: readonly ArenaSlot[]
}

/** When, as a share of the time, the office of the arena closes a day. */
const CLOSES_AT = 0.55

/** Everybody at once until the time is up. Throws what a client could not make sense of, once all have stopped. */
export async function fight({ seconds, clients, people, processes, ...rest }: Fight): Promise<void> {
  const { seed, caller, arena, kills } = rest
  const lastsMs = seconds * 1000
  const endsAt = performance.now() + lastsMs
  let failed = false
  const goesOn = (): boolean => !failed && performance.now() < endsAt
  const settingOf = (name: string): ClientSetting => ({ name, seed, caller, arena, goesOn })
  const residents = Array.from({ length: clients }, (_, index) => {
    const own = people.residents.filter((_resident, number) => number % clients === index)
    return runResidents(settingOf(`resident client ${index}`), own)
  })
  const staff = people.staff.map((member, index) => runStaff(settingOf(`staff client ${index}`), member, index))
  const closing = pause(lastsMs * CLOSES_AT).then(async () => {
    const [member] = people.staff
    if (member) await closeDay(caller, member)
  })
  const killing = killSome(processes, { seed, kills, lastsMs })
  const all = [...residents, ...staff, closing, killing].map((one) =>
    one.catch((error: unknown) => {
      failed = true
      throw error
    }),
  )
  await Promise.allSettled(all)
  await Promise.all(all)
}

interface Killing {
  readonly seed: number
  readonly kills: number
  readonly lastsMs: number
}

/** At moments that the seed decides: never before everybody is at it, and early enough to see what became of it. */
async function killSome(processes: Processes, { seed, kills, lastsMs }: Killing): Promise<void> {
  const random = seededRandom(seed, 'kills')
  const moments = Array.from({ length: kills }, () => lastsMs * (0.1 + 0.85 * random())).sort((a, b) => a - b)
  const began = performance.now()
  for (const moment of moments) {
    await pause(Math.max(0, began + moment - performance.now()))
    await processes.replace(random())
  }
}
