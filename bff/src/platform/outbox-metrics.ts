import { Gauge, type Registry } from 'prom-client'
import type { Clock } from './clock'
import type { Reader } from './database'
import { countOutbox, oldestDue } from './outbox'

interface Deps {
  readonly read: Reader
  readonly clock: Clock
}

/**
 * Counted when asked for: `outbox_messages{status="waiting"|"dead"}`, of which dead ones were given up and want a look, and
 * `outbox_oldest_waiting_seconds`, which grows while nothing gets out.
 */
export function registerOutboxMetrics(registry: Registry, { read, clock }: Deps): void {
  new Gauge({
    name: 'outbox_messages',
    help: 'Messages that wait to be sent, and those given up after many tries.',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      const { waiting, dead } = await countOutbox(read)
      this.set({ status: 'waiting' }, waiting)
      this.set({ status: 'dead' }, dead)
    },
  })
  new Gauge({
    name: 'outbox_oldest_waiting_seconds',
    help: 'For how long the oldest message that is due has waited since it was put there; 0 when none is due.',
    registers: [registry],
    async collect() {
      const oldest = await oldestDue(read, clock.now())
      this.set(oldest === null ? 0 : (clock.now().getTime() - oldest.getTime()) / 1000)
    },
  })
}
