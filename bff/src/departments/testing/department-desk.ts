import { pino } from 'pino'
import { type FakeDepartments, startFakeDepartments } from '../../../../scripts/fake-departments/start'
import { DEMO_TIF } from '../../../../scripts/fake-departments/tif-check'
import { SettableClock } from '../../../test/settable-clock'
import { createLogger, type Logger } from '../../platform/logger'
import { sensitive } from '../../platform/sensitive'
import type { DepartmentId } from '../department-names'
import { createGateway, type Gateway } from '../gateway'
import { type CallPolicy, POLICIES, type Policies } from '../policies'
import type { Connection } from '../transport'
import { memoryCopies } from './memory-copies'

/** A gateway in front of the fake departments, with everything a test wants to look at. */
export interface DepartmentDesk {
  readonly fakes: FakeDepartments
  readonly gateway: Gateway
  readonly clock: SettableClock
  readonly log: Logger
  readonly logged: string[]
  /** Calls that arrived at a department. */
  calls(department: DepartmentId): number
  close(): Promise<void>
}

/** `policy` replaces fields of every row; the fakes read the same clock as the gateway. */
export async function openDesk(policy: Partial<CallPolicy> = {}, token: string = DEMO_TIF.token): Promise<DepartmentDesk> {
  const clock = new SettableClock()
  const fakes = await startFakeDepartments({ clock: () => clock.now() })
  const logged: string[] = []
  const log = createLogger({ logLevel: 'debug' }, { write: (line: string) => void logged.push(line) })
  const signed = (department: DepartmentId): Connection => ({
    baseUrl: `${fakes.url}/${department}`,
    tif: { paasId: DEMO_TIF.paasId, token: sensitive(token) },
  })
  const gateway = createGateway({
    connections: {
      police: signed('police'),
      cases: signed('cases'),
      health: signed('health'),
      communications: signed('communications'),
      insurance: signed('insurance'),
      licence_library: signed('licence_library'),
      social_security: signed('social_security'),
      sms: signed('sms'),
      provincial: signed('provincial'),
      wechat: { baseUrl: `${fakes.url}/wechat`, tif: null },
    },
    policies: withPolicy(policy),
    clock,
    log,
    copies: memoryCopies(),
  })
  return {
    fakes,
    gateway,
    clock,
    log,
    logged,
    calls: (department) =>
      Object.entries(fakes.calls())
        .filter(([path]) => path.startsWith(`${department}/`))
        .reduce((sum, [, count]) => sum + count, 0),
    close: async () => {
      await gateway.close()
      await fakes.close()
    },
  }
}

function withPolicy(changes: Partial<CallPolicy>): Policies {
  const rows = Object.entries(POLICIES).map(([department, operations]) => [
    department,
    Object.fromEntries(Object.entries(operations).map(([operation, row]) => [operation, { ...row, ...changes }])),
  ])
  return Object.fromEntries(rows) as Policies
}

/** For tests that do not look at the log. */
export const silent = pino({ level: 'silent' })

/** Waits until something has happened elsewhere; the test's own time limit ends it when it never does. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 5))
}
