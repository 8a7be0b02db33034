import { setTimeout as pause } from 'node:timers/promises'
import { GOOD_DAY, POLICE_DOWN } from './departments'
import { type DayLength, MOMENTS, realTime } from './schedule'
import type { Place, Stack } from './stack'

/** What happened, in real milliseconds after the day began. */
export interface Happened {
  readonly name: FaultName
  readonly beganMs: number
  /** From when on nothing stood in the way any more: the department answered, the process and the database accepted again. */
  readonly endedMs: number
}

export const FAULTS = ['police', 'process', 'database'] as const
export type FaultName = (typeof FAULTS)[number]

interface Setting {
  readonly day: DayLength
  readonly place: Pick<Place, 'restartDatabase'>
  readonly stack: Pick<Stack, 'setFault' | 'replaceOne'>
  readonly nowMs: () => number
}

/** Everything that goes wrong on this day, at its time. */
export async function runFaults(setting: Setting): Promise<Happened[]> {
  const { day, place, stack } = setting
  const police = async (): Promise<void> => {
    await stack.setFault('police', POLICE_DOWN)
    await pause(realTime(MOMENTS.policeBack, day) - realTime(MOMENTS.policeDown, day))
    await stack.setFault('police', GOOD_DAY.police ?? {})
  }
  return Promise.all([
    happen(setting, 'police', MOMENTS.policeDown, police),
    happen(setting, 'process', MOMENTS.processKilled, () => stack.replaceOne()),
    happen(setting, 'database', MOMENTS.databaseRestarted, () => place.restartDatabase()),
  ])
}

async function happen(
  { day, nowMs }: Setting,
  name: FaultName,
  minuteOfDay: number,
  what: () => Promise<void>,
): Promise<Happened> {
  await pause(realTime(minuteOfDay, day) - nowMs())
  const beganMs = nowMs()
  await what()
  return { name, beganMs, endedMs: nowMs() }
}
