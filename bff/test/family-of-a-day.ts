import { lastCode, person, signInVerified } from './people'
import type { TestServer } from './test-server'

/** Everything that can be done about family, each once: ask, agree by code, end it, ask again, answer. */
export async function familyIsShown(server: TestServer): Promise<void> {
  const mother = await signInVerified(server, 'wangxiuying')
  const { token } = await signInVerified(server, 'liuzhiqiang')
  const { name, residentId, phone } = person('wangxiuying')
  const ask = () => server.call('POST /v1/family', { token, body: { relation: 'grandparent', name, residentId } })
  const { id } = await ask()
  await server.runJob('outbox')
  await server.call('POST /v1/family/:id/code', { token, params: { id }, body: { code: lastCode(server, phone) } })
  await server.call('DELETE /v1/family/:id', { token, params: { id } })
  const again = await ask()
  const answer = { token: mother.token, params: { id: again.id }, body: { accept: true } }
  await server.call('POST /v1/family/:id/answer', answer)
  // Who signs in by SMS next gets a code again.
  server.clock.advance(60_000)
}
