import type { MandateDto, MandateSlipDto } from '@one-visit/shared/proxy/contract'
import type { TaskDto, VolunteerDto } from '@one-visit/shared/proxy/staff-contract'
import type { StaffRole } from '@one-visit/shared/kernel/endpoints'
import type { RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { fakeBff } from '../../../../test/fake-bff'
import { aMandate as anyMandate, aRequest, aSlipOf, REQUEST_ID } from '../../../../test/mandates'
import { renderPage } from '../../../../test/render-page'
import { aStaffSignIn } from '../../../../test/sessions'
import { keepStaffSignedIn } from '../../../platform/staff-session'

const uuid = (last: string) => `019a0000-0000-7000-8000-${last.padStart(12, '0')}`
export const TASK_ID = REQUEST_ID
export const OTHER_ID = uuid('e3')
export { MANDATE_ID } from '../../../../test/mandates'
export const VOLUNTEER_ID = uuid('e4')
export const TASK = 'GET /v1/staff/tasks/:id'
export const OFFICE = 'xiadong'

/** Open, and nobody's yet. */
export const aTask = (overrides: Partial<TaskDto> = {}): TaskDto => ({
  ...aRequest(),
  ...{ mine: false, contact: null, mandate: null },
  ...overrides,
})

/** The volunteer's who looks at it. */
export const aTaskOfMine = (overrides: Partial<TaskDto> = {}): TaskDto =>
  aTask({
    status: 'accepted',
    mine: true,
    volunteer: '李小红',
    contact: { name: '王秀英', phone: '13800000001', address: '下东街 3 号' },
    ...overrides,
  })

/** As the counter sees it, which needs no phone number. */
export const anAcceptedTask = (overrides: Partial<TaskDto> = {}): TaskDto =>
  aTaskOfMine({ mine: false, contact: null, ...overrides })

/** Of the task, for the volunteer. */
export const aMandate = (overrides: Partial<MandateDto> = {}): MandateDto =>
  anyMandate({
    actor: { kind: 'volunteer', name: '李小红', office: '下东街道便民服务中心' },
    scope: [
      { operation: 'book_visits', items: [{ id: 'social', name: '社保业务' }] },
      { operation: 'show_health_code', items: null },
    ],
    evidence: 'phone_code',
    startsAt: '2026-11-21T00:40:00.000Z',
    expiresAt: '2026-11-24T00:40:00.000Z',
    days: 3,
    taskId: TASK_ID,
    ...overrides,
  })

export const aPendingMandate = (): MandateDto =>
  aMandate({ status: 'pending', evidence: null, startsAt: null, expiresAt: '2026-11-22T00:30:00.000Z' })

export const aSlip = (overrides: Partial<MandateDto> = {}): MandateSlipDto => aSlipOf(aMandate(overrides), '下东街 1 号')

export const aVolunteer = (overrides: Partial<VolunteerDto> = {}): VolunteerDto => ({
  id: VOLUNTEER_ID,
  name: '李小红',
  phone: '13800000002',
  office: { id: OFFICE, name: '下东街道便民服务中心' },
  username: 'li.hong',
  active: true,
  registeredAt: '2026-11-20T01:00:00.000Z',
  ...overrides,
})

interface Situation {
  role?: StaffRole
  /** Null: somebody who works for the whole county. */
  office?: string | null
  /** `id: undefined`: the address does not name the task. */
  query?: Readonly<Record<string, string | undefined>>
}

/** A page as one of the staff of the township centre sees it: a volunteer unless said otherwise. */
export function renderAtDesk(page: ReactNode, { role = 'volunteer', office = OFFICE, query = {} }: Situation = {}): RenderResult {
  keepStaffSignedIn(aStaffSignIn({ role, office }))
  const asked: Record<string, string | undefined> = { id: TASK_ID, ...query }
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return renderPage(page, { query: Object.fromEntries(given) })
}

const anOffice = (id: string, name: string) => ({
  ...{ id, name, kind: 'township_centre' as const, address: '示例路 1 号', phone: '12345', location: null },
  ...{ ordinaryHours: [], opensOnExtraDays: true, accessibility: [], selfService: null, itemGroups: [], sample: [] },
})

export function officesAre(): void {
  fakeBff.replies('GET /v1/offices', {
    items: [anOffice(OFFICE, '下东街道便民服务中心'), anOffice('hall', '茶陵县政务服务中心')],
  })
}

export function itemGroupsAre(): void {
  const more = { department: '人社局', bring: [], promisedWorkingDays: 1, extraDayItems: [], vaccine: null }
  fakeBff.replies('GET /v1/item-groups', {
    items: [
      { id: 'social', name: '社保业务', ...more },
      { id: 'household', name: '户籍业务', ...more },
    ],
    extraDays: null,
  })
}
