import { Gauge, type Registry } from 'prom-client'
import type { Reader } from './database'
import { countOutbox } from './outbox'

/** `outbox_messages{status="waiting"|"dead"}`, counted when asked for: dead ones were given up and want a look. */
export function registerOutboxMetrics(registry: Registry, read: Reader): void {
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
}
