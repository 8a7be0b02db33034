import { Histogram, type Registry } from 'prom-client'
import type { DepartmentId } from './department-names'

export type CallOutcome =
  'ok' | 'department_timeout' | 'department_unavailable' | 'department_invalid_reply' | 'fresh_copy' | 'stale_copy' | 'other'

export interface GatewayMetrics {
  observe(department: DepartmentId, operation: string, outcome: CallOutcome, ms: number): void
}

/** Prometheus: time and outcome of every call, copies included. */
export function createGatewayMetrics(registry: Registry): GatewayMetrics {
  const seconds = new Histogram({
    name: 'department_call_seconds',
    help: 'Time of calls to departments, by operation and outcome; a copy that stood in counts as fresh_copy or stale_copy.',
    labelNames: ['department', 'operation', 'outcome'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers: [registry],
  })
  return {
    observe: (department, operation, outcome, ms) => {
      seconds.observe({ department, operation, outcome }, ms / 1000)
    },
  }
}
