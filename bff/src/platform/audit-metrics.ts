import { Gauge, type Registry } from 'prom-client'
import { idsFrom } from './audit-chain'
import { oldestUnsealed } from './audit-verify'
import type { Clock } from './clock'
import type { Reader } from './database'

/** Each look at the metrics reads what is newer than this, however long the audit has become. */
const LOOK_BACK_MS = 60 * 60_000

interface Deps {
  readonly read: Reader
  readonly clock: Clock
}

/** `audit_oldest_unsealed_seconds`, looked up when asked for: a second or two while jobs run. */
export function registerAuditMetrics(registry: Registry, { read, clock }: Deps): void {
  new Gauge({
    name: 'audit_oldest_unsealed_seconds',
    help: 'For how long the oldest audit record has waited to be sealed, of the last hour; 0 when all are.',
    registers: [registry],
    async collect() {
      const now = clock.now()
      const oldest = await oldestUnsealed(read, { since: idsFrom(new Date(now.getTime() - LOOK_BACK_MS)), before: now })
      this.set(oldest === null ? 0 : (now.getTime() - new Date(oldest.at).getTime()) / 1000)
    },
  })
}
