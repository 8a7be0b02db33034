import { answerParent } from '../bench/child'
import type { Fault } from '../fake-departments/faults'
import { startFakeDepartments } from '../fake-departments/start'
import type { DepartmentName } from '../fake-departments/world'
import { type ClockSetting, fastClock } from '../race/fast-clock'

export interface FaultOrder {
  readonly department: DepartmentName
  readonly fault: Fault
}

/** The fake departments with the day's clock. */
async function main(): Promise<void> {
  let clock = fastClock(JSON.parse(process.env['DAY_CLOCK'] ?? '') as ClockSetting)
  const fakes = await startFakeDepartments({ clock: () => clock.now() })
  answerParent(
    {
      url: () => fakes.url,
      setClock: (next: ClockSetting) => {
        clock = fastClock(next)
      },
      setFault: ({ department, fault }: FaultOrder) => {
        fakes.setFault(department, fault)
      },
      lastSms: (phone: string) => fakes.smsSent(phone).at(-1)?.params ?? null,
    },
    () => fakes.close(),
  )
}

void main()
