import type { HelpRequestDto, MandateDto } from '@one-visit/shared/proxy/contract'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { addDays, localDateAt } from '@one-visit/shared/kernel/local-date'
import { JPEG, VISITS, WEEK } from '../../../bff/src/features/proxy/mandates/testing/mandate-calls'
import { acceptTask, askForHelp } from '../../../bff/src/features/proxy/tasks/testing/task-calls'
import { person } from '../../../bff/test/people'
import { signInStaff } from '../../../bff/test/staff'
import type { SignedIn } from '../../race/seed'
import { sessionOf } from './holder-views'
import { keepOnDevice } from './sign-in'
import type { Stack } from './stack'
import type { Visitor } from './visitor'
import { somebodyElse } from './visits'

/** Pages of help and mandates, for residents. */
export const proxyPage = (screen: string): string => `/features/proxy/pages/${screen}/index`
/** The same for volunteers and the counter. */
export const deskPage = (screen: string): string => `/features/volunteer/pages/${screen}/index`

/** What may be booked, looked up and shown, in the words of the contract. */
export const BROAD = [
  ...VISITS,
  { operation: 'look_up_cases' as const, items: null },
  { operation: 'show_health_code' as const, items: null },
  { operation: 'show_licences' as const, items: ['id_card'] },
]
type Scope = readonly { operation: (typeof BROAD)[number]['operation']; items: string[] | null }[]

/** Help at home, the day after tomorrow. */
export function helpFor(stack: Stack, token: string, more: Parameters<typeof askForHelp>[2] = {}): Promise<HelpRequestDto> {
  return askForHelp(stack, token, { date: addDays(localDateAt(stack.clock.now()), 2), ...more })
}

/** Somebody's task, in the hands of the demonstration's volunteer. */
export interface Taken {
  readonly asker: SignedIn
  readonly task: TaskDto
  readonly volunteer: string
}

/** Each time of somebody else: nobody may have more than a few that are open. */
export async function takenTask(stack: Stack): Promise<Taken> {
  const asker = await somebodyElse(stack)
  const { id } = await helpFor(stack, asker.token)
  const { token: volunteer } = await signInStaff(stack, 'volunteer')
  await finishMost(stack, volunteer)
  return { asker, volunteer, task: await acceptTask(stack, volunteer, id) }
}

/** Nobody holds more than some mandates at a time. */
async function finishMost(stack: Stack, token: string): Promise<void> {
  const { items } = await stack.call('GET /v1/staff/tasks', { token, query: {} })
  const own = items.filter(({ mine, status }) => mine && status === 'accepted')
  if (own.length < 5) return
  const body = { outcome: '办好了', minutes: 20 }
  for (const { id } of own) await stack.call('POST /v1/staff/tasks/:id/finish', { token, params: { id }, body })
}

/** A mandate for that task that the clerk of the township has witnessed. */
export async function witness(stack: Stack, { task }: Pick<Taken, 'task'>, scope: Scope = BROAD): Promise<MandateDto> {
  const { token } = await signInStaff(stack, 'township-clerk')
  const body = { scope: [...scope], days: 7, evidence: 'witnessed' as const, scan: JPEG }
  return stack.call('POST /v1/staff/tasks/:id/mandates', { token, params: { id: task.id }, body })
}

/** 王秀英 and her daughter 李小红, on whose account she is shown with her consent. */
export async function motherAndDaughter(stack: Stack): Promise<{ mother: string; daughter: string; member: string }> {
  const mother = await sessionOf(stack, 'wangxiuying')
  const daughter = await sessionOf(stack, 'lixiaohong')
  const { members } = await stack.call('GET /v1/family', { token: daughter })
  const known = members.find(({ relation }) => relation === 'parent')
  if (known) return { mother, daughter, member: known.id }
  const { name, residentId } = person('wangxiuying')
  const body = { name, residentId, relation: 'parent' } as const
  const { id } = await stack.call('POST /v1/family', { token: daughter, body })
  await stack.call('POST /v1/family/:id/answer', { token: mother, params: { id }, body: { accept: true } })
  return { mother, daughter, member: id }
}

/** What was asked and is over was asked on another day: on one day nobody may ask as often as the checks of every page do. */
export async function forgetAsks({ database, clock }: Pick<Stack, 'database' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - 2 * 86_400_000).toISOString()
  await database.inTransaction(
    (tx) => tx.affected`UPDATE mandates SET asked_at = ${before} WHERE status IN ('ended', 'refused') AND asked_at > ${before}`,
  )
}

/** The daughter asks to act for her mother; asking once more is the same request. */
export async function daughterAsks(stack: Stack): Promise<MandateDto> {
  const { daughter, member } = await motherAndDaughter(stack)
  const { held } = await stack.call('GET /v1/mandates', { token: daughter })
  const active = held.find(({ status }) => status === 'active')
  if (active) await stack.call('DELETE /v1/mandates/:id', { token: daughter, params: { id: active.id } })
  return stack.call('POST /v1/mandates', { token: daughter, body: { member, ...WEEK, scope: BROAD } })
}

/** The mother has agreed. */
export async function motherAgrees(stack: Stack): Promise<MandateDto> {
  const { id } = await daughterAsks(stack)
  const { mother } = await motherAndDaughter(stack)
  return stack.call('POST /v1/mandates/:id/answer', { token: mother, params: { id }, body: { accept: true } })
}

/** The device acts under it from the next page that is opened. */
export async function actUnder(
  { page }: Pick<Visitor, 'page'>,
  { id, principal, scope }: MandateDto,
  by: 'resident' | 'volunteer',
) {
  const operations = scope.map(({ operation }) => operation)
  const visits = scope.find(({ operation }) => operation === 'book_visits')?.items?.map((item) => item.id)
  await keepOnDevice(page, { acting: { mandate: id, person: principal, by, operations, itemGroups: visits ?? [] } })
}
