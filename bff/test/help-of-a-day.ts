import { acceptTask, askedAtCounter, askForHelp, registerAndSignIn } from '../src/features/proxy/tasks/testing/task-calls'
import { signInVerified } from './people'
import { signInStaff } from './staff'
import type { TestServer } from './test-server'

/** Everything that can be done about help, each once: asked, taken back, given back, done, cancelled, and a volunteer who leaves. */
export async function helpIsGiven(server: TestServer): Promise<void> {
  const { token } = await signInVerified(server, 'chenjianguo')
  const own = await askForHelp(server, token)
  await server.call('DELETE /v1/help-requests/:id', { token, params: { id: own.id } })
  const [first, second] = [await askedAtCounter(server), await askedAtCounter(server)]
  const volunteer = await registerAndSignIn(server, 'li.hong')
  const params = { id: first.id }
  await acceptTask(server, volunteer.token, first.id)
  await server.call('POST /v1/staff/tasks/:id/return', { token: volunteer.token, params, body: { reason: '家里有急事' } })
  await acceptTask(server, volunteer.token, first.id)
  const body = { outcome: '约好了，材料也备齐了', minutes: 45 }
  await server.call('POST /v1/staff/tasks/:id/finish', { token: volunteer.token, params, body })
  const { token: supervisor } = await signInStaff(server, 'supervisor')
  const cancel = { token: supervisor, params: { id: second.id }, body: { reason: '本人来电，不用办了' } }
  await server.call('POST /v1/staff/tasks/:id/cancel', cancel)
  await server.call('POST /v1/staff/volunteers/:id/leave', { token: supervisor, params: { id: volunteer.id } })
}
