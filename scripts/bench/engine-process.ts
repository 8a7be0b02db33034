import { bookAppointment, createBookingLane } from '../../bff/src/features/appointments/book-appointment'
import { resolvePrincipal } from '../../bff/src/identity/principal'
import type { ResidentPrincipal } from '../../bff/src/platform/http/principal'
import { newId } from '../../bff/src/platform/ids'
import { createOutbox } from '../../bff/src/platform/outbox'
import { benchDeps } from './bench-deps'
import { answerParent } from './child'
import { createProfiler } from './profiler'
import type { Caller } from './visits'

/** What a process is told that books without HTTP. */
export interface EngineOrder {
  readonly callers: readonly Caller[]
  /** Bookings under way at a time. */
  readonly atOnce: number
}

interface Booking {
  readonly principal: ResidentPrincipal
  readonly slotId: string
}

/** The use case without HTTP and sign-in check, called as its handler calls it. */
async function main(): Promise<void> {
  const deps = await benchDeps()
  const services = { ...deps, ...deps.departments.clients, outbox: createOutbox(deps) }
  const lane = createBookingLane(services)
  const book = async ({ principal, slotId }: Booking): Promise<void> => {
    const scope = `resident:${principal.accountId}`
    const request = { scope, key: newId(), endpoint: 'POST /v1/appointments', requestHash: slotId }
    const once = Object.assign(() => Promise.reject(new Error('Only the lane is used here.')), {
      through: async <Wanted, T>(to: (once: typeof request, wanted: Wanted) => Promise<{ reply: T }>, wanted: Wanted) =>
        (await to(request, wanted)).reply,
    })
    await bookAppointment(services, lane, { principal, slotId, once, requestId: newId(), signal: new AbortController().signal })
  }
  const run = async ({ callers, atOnce }: EngineOrder): Promise<{ perSecond: number; cpu: number }> => {
    const bookings = (await Promise.all(callers.map((caller) => bookingOf(caller)))).values()
    const before = process.cpuUsage()
    const began = performance.now()
    const keepBooking = async (): Promise<void> => {
      for (const booking of bookings) await book(booking)
    }
    await Promise.all(Array.from({ length: atOnce }, keepBooking))
    const perSecond = (callers.length * 1000) / (performance.now() - began)
    const { user, system } = process.cpuUsage(before)
    return { perSecond, cpu: (user + system) / callers.length }
  }
  const bookingOf = async ({ token, slotId = '' }: Caller): Promise<Booking> => {
    const principal = await resolvePrincipal(deps, token, 'POST /v1/appointments')
    if (principal?.kind !== 'resident') throw new Error('Only residents book here.')
    return { principal, slotId }
  }
  answerParent({ run, ...createProfiler() }, () => deps.database.close())
}

void main()
