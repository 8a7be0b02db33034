import type { CallInput } from '@one-visit/shared/kernel/endpoints'
import type { HelpRequestDto, proxyEndpoints } from '@one-visit/shared/proxy/contract'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { type TOTP, URI } from 'otpauth'
import { person } from '../../../../../test/people'
import { signInStaff } from '../../../../../test/staff'
import type { TestServer } from '../../../../../test/test-server'

type Server = Pick<TestServer, 'call' | 'clock' | 'database'>
type RequestBody = CallInput<(typeof proxyEndpoints)['POST /v1/help-requests']>['body']

/** The first township of 茶陵, where the demonstration's volunteer works. */
export const OFFICE = 'xiadong'
export const ADDRESS = '下东街道金星村 3 组 12 号'
export const WORDS = '想换医保卡，腿脚不方便'

/** Help at home on Tuesday, with the phone of 王秀英. */
export const aRequest = (more: Partial<RequestBody> = {}): RequestBody => ({
  member: null,
  topic: 'book_visit',
  words: WORDS,
  way: 'home',
  office: OFFICE,
  address: ADDRESS,
  date: '2026-11-24',
  part: 'morning',
  phone: person('wangxiuying').phone,
  ...more,
})

export const askForHelp = (server: Server, token: string, more: Partial<RequestBody> = {}): Promise<HelpRequestDto> =>
  server.call('POST /v1/help-requests', { token, body: aRequest(more) })

/** What the counter writes down for somebody. */
export const forSomebody = (key: string, more: Partial<RequestBody> = {}) => {
  const { name, residentId } = person(key)
  return { person: { name, residentId }, request: aRequest(more) }
}

/** 王秀英 comes to the counter of her township, which asks for help for her. */
export async function askedAtCounter(server: Server): Promise<TaskDto> {
  const { token } = await signInStaff(server, 'township-clerk')
  return server.call('POST /v1/staff/tasks', { token, body: forSomebody('wangxiuying') })
}

export const acceptTask = (server: Server, token: string, id: string): Promise<TaskDto> =>
  server.call('POST /v1/staff/tasks/:id/accept', { token, params: { id } })

export const tasksOf = async (server: Server, token: string, closed: 'yes' | 'no' = 'no'): Promise<TaskDto[]> =>
  (await server.call('GET /v1/staff/tasks', { token, query: { closed } })).items

export const newVolunteer = (username: string, more: object = {}) => {
  const { name, residentId, phone } = person('lixiaohong')
  return { name, residentId, phone, office: OFFICE, username, ...more }
}

/** Registered by the supervisor, and signed in with what was shown. */
export async function registerAndSignIn(
  server: Server,
  username: string,
  more: object = {},
): Promise<{ readonly id: string; readonly token: string }> {
  const { token: supervisor } = await signInStaff(server, 'supervisor')
  const body = newVolunteer(username, more)
  const { id, password, totp } = await server.call('POST /v1/staff/volunteers', { token: supervisor, body })
  const code = (URI.parse(totp) as TOTP).generate({ timestamp: server.clock.now().getTime() })
  const { token } = await server.call('POST /v1/staff/sessions', { body: { username, password, totp: code } })
  return { id, token }
}

/** A mandate that holds, put there without the consent which tests of mandates are for. */
export async function grantMandate(server: Server, task: { readonly id: string }, volunteerId: string): Promise<string> {
  const { id } = task
  const at = server.clock.now().toISOString()
  const until = new Date(server.clock.now().getTime() + 86_400_000).toISOString()
  await server.database.inTransaction(
    (tx) => tx.affected`
      INSERT INTO mandates (id, number, account_id, actor_kind, actor_id, scope, days, status, evidence, asked_by_kind, asked_by_id,
        asked_at, starts_at, expires_at, task_id)
      SELECT ${id}, '1121000001', account_id, 'volunteer', ${volunteerId}, '[{"operation":"look_up_cases","items":null}]', 1, 'active',
        'witnessed', 'staff', ${volunteerId}, ${at}, ${at}, ${until}, id
      FROM help_requests WHERE id = ${id}`,
  )
  return id
}

/** How a mandate stands: `active`, or why it ended. */
export async function mandateState(server: Server, id: string): Promise<string | null | undefined> {
  const [row] = await server.database.read.sql<{ status: string; ending: string | null }[]>`
    SELECT status, ending FROM mandates WHERE id = ${id}`
  return row?.ending ?? row?.status
}
