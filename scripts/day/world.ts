import { fastClock } from '../race/fast-clock'
import type { ClockSetting } from '../race/fast-clock'
import type { Random } from '../race/random'
import { openKeys, openStore } from '../bench/bench-store'
import { seedClerks, seedVolunteers, type Volunteer, type Worker } from './helpers'
import type { Network, Phone } from './phone'
import { createPhone } from './phone'
import { type Resident, seedResidents } from './residents'
import type { Place, Stack } from './stack'

/** Who lives and works in the county. */
export interface People {
  readonly residents: readonly Resident[]
  readonly clerks: readonly Worker[]
  readonly volunteers: readonly Volunteer[]
}

/** Straight into the database; one transaction for many. */
export async function seedPeople({ databaseUrl, keys, pack }: Place, clock: ClockSetting, accounts: number): Promise<People> {
  const database = await openStore(databaseUrl)
  const store = { database, crypto: openKeys(keys), clock: fastClock(clock) }
  try {
    const residents = await seedResidents(store, accounts)
    return {
      residents,
      clerks: await seedClerks(store, pack),
      volunteers: await seedVolunteers(store, pack, residents),
    }
  } finally {
    await database.close()
  }
}

/** What every journey has at hand. */
export interface Scene {
  readonly network: Network
  readonly place: Place
  readonly stack: Pick<Stack, 'lastSms'>
  readonly random: Random
  /** The county's clock, as the servers have it. */
  readonly clock: () => Date
}

/** An address of one's own: IPv4, from a range that is nobody's. */
const addressOf = (number: number): string => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`

export function phoneOf({ network }: Scene, { number, token }: Resident): Phone {
  return createPhone(network, { address: addressOf(number), token })
}

/** Somebody who is not signed in yet: a clerk's computer, a volunteer's phone, a new phone. */
export function newPhone({ network }: Scene, number: number): Phone {
  return createPhone(network, { address: addressOf(NEWCOMERS + number), token: null })
}

const NEWCOMERS = 8_000_000
