import { daughterAsks, mandateCode, WEEK, witnessed } from '../src/features/proxy/mandates/testing/mandate-calls'
import { person } from './people'
import { signInStaff } from './staff'
import type { TestServer } from './test-server'

/** Everything that can be done about mandates, each once: agreed by code, in the app and at the counter, and ended from all sides. */
export async function mandatesAreGiven(server: TestServer): Promise<{ volunteer: string; mandate: string }> {
  // Who signs in by SMS gets a code once a minute.
  server.clock.advance(60_000)
  const { mother, daughter, member, mandate } = await daughterAsks(server)
  const params = { id: mandate.id }
  const body = { code: mandateCode(server, person('wangxiuying').phone) }
  await server.call('POST /v1/mandates/:id/code', { token: daughter, params, body })
  await server.call('DELETE /v1/mandates/:id', { token: daughter, params })
  server.clock.advance(60_000)
  const { id } = await server.call('POST /v1/mandates', { token: daughter, body: { member, ...WEEK } })
  await server.call('POST /v1/mandates/:id/answer', { token: mother, params: { id }, body: { accept: true } })
  await server.call('DELETE /v1/mandates/:id', { token: mother, params: { id } })
  const counter = await witnessed(server)
  const { token: supervisor } = await signInStaff(server, 'supervisor')
  const look = { token: supervisor, params: { id: counter.mandate.id }, body: { reason: 'inspection' as const } }
  await server.call('POST /v1/staff/mandates/:id/scan-views', look)
  return { volunteer: counter.volunteer, mandate: counter.mandate.id }
}
