import type { MandateDto } from '@one-visit/shared/proxy/contract'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { person, signInVerified } from '../../../../../test/people'
import { signInStaff } from '../../../../../test/staff'
import type { TestServer } from '../../../../../test/test-server'

export const VISITS = [{ operation: 'book_visits' as const, items: ['household'] }]
export const WEEK = { scope: VISITS, days: 7 }
/** Begins and ends as a JPEG does. */
export const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from('both cards, side by side'), 0xff, 0xd9]).toString(
  'base64',
)

/** A daughter whose account shows her mother, with her mother's consent. */
export async function motherAndDaughter(server: TestServer): Promise<{ mother: string; daughter: string; member: string }> {
  const { token: mother } = await signInVerified(server, 'wangxiuying')
  const { token: daughter } = await signInVerified(server, 'lixiaohong')
  const { name, residentId } = person('wangxiuying')
  const { id } = await server.call('POST /v1/family', { token: daughter, body: { name, residentId, relation: 'parent' } })
  await server.call('POST /v1/family/:id/answer', { token: mother, params: { id }, body: { accept: true } })
  return { mother, daughter, member: id }
}

/** The daughter asks to act for her mother, who may answer in the app or read out the code. */
export async function daughterAsks(
  server: TestServer,
  terms: { scope: typeof VISITS; days: number } = WEEK,
): Promise<{ mother: string; daughter: string; member: string; mandate: MandateDto }> {
  const family = await motherAndDaughter(server)
  const body = { member: family.member, ...terms }
  const mandate = await server.call('POST /v1/mandates', { token: family.daughter, body })
  await server.runJob('outbox')
  return { ...family, mandate }
}

/** The code for a mandate that was sent to a phone last. */
export function mandateCode(server: TestServer, phone: string): string {
  const sent = server.fakes.smsSent(phone).filter(({ template }) => template === 'mandate_code')
  return sent.at(-1)?.params['code'] ?? 'no code was sent'
}

/** A code that is surely another one. */
export const otherCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

export interface TaskInHand {
  readonly clerk: string
  readonly volunteer: string
  readonly task: TaskDto
}

/** Somebody has come to the township centre, and the volunteer has taken their task. */
export async function taskInHand(server: TestServer, key = 'wangxiuying', phone = person(key).phone): Promise<TaskInHand> {
  const { token: clerk } = await signInStaff(server, 'township-clerk')
  const { token: volunteer } = await signInStaff(server, 'volunteer')
  const office = server.deps.pack.offices.find(({ kind }) => kind === 'township_centre')?.id ?? ''
  const { name, residentId } = person(key)
  const when = { date: '2026-11-24' as LocalDate, part: 'any' as const }
  const request = {
    member: null,
    topic: 'book_visit',
    words: '',
    way: 'village_centre',
    office,
    address: null,
    ...when,
    phone,
  } as const
  const { id } = await server.call('POST /v1/staff/tasks', { token: clerk, body: { person: { name, residentId }, request } })
  const task = await server.call('POST /v1/staff/tasks/:id/accept', { token: volunteer, params: { id } })
  return { clerk, volunteer, task }
}

/** A mandate for that task which the clerk has witnessed. */
export async function witnessed(server: TestServer, key?: string): Promise<TaskInHand & { mandate: MandateDto }> {
  const inHand = await taskInHand(server, key)
  const mandate = await server.call('POST /v1/staff/tasks/:id/mandates', {
    token: inHand.clerk,
    params: { id: inHand.task.id },
    body: { ...WEEK, evidence: 'witnessed', scan: JPEG },
  })
  return { ...inHand, mandate }
}
