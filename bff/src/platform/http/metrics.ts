import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  /** Where other modules add their own. */
  readonly registry: Registry
  readonly duration: Histogram<'endpoint' | 'status'>
  readonly inFlight: Gauge
}

/** Prometheus metrics of one process: requests, event-loop lag (`nodejs_eventloop_lag_*`), memory and CPU. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    duration: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the first byte of a request to its answer, by endpoint key and status.',
      labelNames: ['endpoint', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
      registers: [registry],
    }),
    inFlight: new Gauge({
      name: 'http_requests_in_flight',
      help: 'Requests that are being answered now.',
      registers: [registry],
    }),
  }
}
