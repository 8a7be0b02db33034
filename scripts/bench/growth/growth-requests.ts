import { writeGet, writePost } from '../requests'
import { OFFICE } from '../visits'
import { TODAY } from './history'
import type { Grown } from './seed-growth'

/** One endpoint that is measured, in so many ways as there are callers in turn. */
export interface GrowthRequest {
  /** As the contract names it, with more words where it is measured twice. */
  readonly name: string
  /** Each request as it goes over the wire. Those of a write that only works once are in so many that they last. */
  readonly make: (grown: Grown, licenceOf: (token: string) => string) => readonly (() => string)[]
}

type Person = Grown['people'][number]

const get = (name: string, pathOf: (person: Person, licenceId: string) => string): GrowthRequest => ({
  name: `GET ${name}`,
  make: ({ people }, licenceOf) => people.map((person) => () => writeGet(pathOf(person, licenceOf(person.token)), person.token)),
})

const own = (path: string): GrowthRequest => get(path, () => path)

const byStaff = (role: keyof Grown['staff'], name: string, pathOf: (person: Person) => string): GrowthRequest => ({
  name: `GET ${name}`,
  make: ({ people, staff }) => people.map((person) => () => writeGet(pathOf(person), staff[role])),
})

const id = (of: string | null): string => of ?? 'nothing'
const DAY = `office=${OFFICE}&date=${TODAY}`

const OF_RESIDENTS: readonly GrowthRequest[] = [
  own('/v1/session'),
  own('/v1/sessions'),
  own('/v1/account/activity'),
  own('/v1/account/export'),
  own('/v1/appointments'),
  get('/v1/appointments/:id', ({ visitId }) => `/v1/appointments/${id(visitId)}`),
  own('/v1/waiting-entries'),
  own('/v1/cases'),
  own('/v1/progress/id-card'),
  own('/v1/progress/exit-entry'),
  own('/v1/follows'),
  get('/v1/follows/:id', ({ followId }) => `/v1/follows/${id(followId)}`),
  own('/v1/licences'),
  get('/v1/licences/:id', (_, licenceId) => `/v1/licences/${licenceId}`),
  own('/v1/licence-views'),
  own('/v1/licence-views/export'),
  own('/v1/social-security/contributions'),
  get('/v1/health-codes/:person', () => '/v1/health-codes/self'),
  get('/v1/vaccine-check', () => '/v1/vaccine-check?itemGroup=flu-vaccine&date=2026-11-25'),
  own('/v1/mandates'),
  get('/v1/mandates/:id', ({ mandateId }) => `/v1/mandates/${id(mandateId)}`),
  get('/v1/mandates/:id/acts', ({ mandateId }) => `/v1/mandates/${id(mandateId)}/acts`),
  get('/v1/mandates/:id/slip', ({ mandateId }) => `/v1/mandates/${id(mandateId)}/slip`),
  own('/v1/help-requests'),
  get('/v1/help-requests/:id', ({ requestId }) => `/v1/help-requests/${id(requestId)}`),
  own('/v1/family'),
  own('/v1/messages'),
  own('/v1/cross-province-applications'),
  get('/v1/cross-province-applications/:id', ({ applicationId }) => `/v1/cross-province-applications/${id(applicationId)}`),
]

/** The date changes with the caller, so that the list that is kept for a second is not all that is measured. */
const OF_EVERYBODY: readonly GrowthRequest[] = [
  {
    name: 'GET /v1/slots',
    make: ({ people }) =>
      ['vehicle', 'household', 'medical-insurance'].flatMap((group) =>
        ['24', '25', '26', '27', '30'].map(
          (day) => () => writeGet(`/v1/slots?office=${OFFICE}&itemGroup=${group}&date=2026-11-${day}`, people[0]?.token ?? ''),
        ),
      ),
  },
  get('/v1/slot-days', () => `/v1/slot-days?office=${OFFICE}&itemGroup=household&month=2026-11`),
  get('/v1/nearest-slots', () => `/v1/nearest-slots?office=${OFFICE}&itemGroup=household&date=2026-11-25`),
]

const OF_STAFF: readonly GrowthRequest[] = [
  byStaff('clerk', '/v1/staff/session', () => '/v1/staff/session'),
  byStaff('clerk', '/v1/staff/board', () => `/v1/staff/board?${DAY}`),
  byStaff('clerk', '/v1/staff/visits', () => `/v1/staff/visits?${DAY}`),
  byStaff('supervisor', '/v1/staff/load', () => '/v1/staff/load?days=30'),
  byStaff('clerk', '/v1/staff/volunteers', () => '/v1/staff/volunteers'),
  byStaff('clerk', '/v1/staff/tasks', () => '/v1/staff/tasks'),
  byStaff('clerk', '/v1/staff/tasks, closed, of an office', () => '/v1/staff/tasks?closed=yes'),
  byStaff('supervisor', '/v1/staff/tasks, closed, of all offices', () => '/v1/staff/tasks?closed=yes'),
  byStaff('supervisor', '/v1/staff/tasks, of all offices', () => '/v1/staff/tasks'),
  byStaff('volunteer', '/v1/staff/tasks, of a volunteer', () => '/v1/staff/tasks'),
  byStaff('volunteer', '/v1/staff/tasks/:id', ({ requestId }) => `/v1/staff/tasks/${id(requestId)}`),
  byStaff('volunteer', '/v1/staff/mandates', () => '/v1/staff/mandates'),
  byStaff('volunteer', '/v1/staff/mandates/:id/acts', ({ mandateId }) => `/v1/staff/mandates/${id(mandateId)}/acts`),
  byStaff('volunteer', '/v1/staff/mandates/:id/slip', ({ mandateId }) => `/v1/staff/mandates/${id(mandateId)}/slip`),
  {
    name: 'POST /v1/staff/check-ins',
    make: ({ people, staff }) =>
      people.map(({ residentId }) => () => {
        return writePost('/v1/staff/check-ins', staff.clerk, { office: OFFICE, by: 'resident_id', value: residentId })
      }),
  },
  {
    name: 'POST /v1/staff/visit-lists',
    make: ({ staff }) => [
      () => writePost('/v1/staff/visit-lists', staff.clerk, { office: OFFICE, date: TODAY, reason: '停电，打印名单' }),
    ],
  },
]

const WRITES: readonly GrowthRequest[] = [
  {
    name: 'POST /v1/appointments',
    make: ({ bookers }) =>
      bookers.map(
        ({ token, slotId }) =>
          () =>
            writePost('/v1/appointments', token, { slotId }),
      ),
  },
  {
    name: 'POST /v1/message-subscriptions',
    make: ({ people }) =>
      people.map(
        ({ token }) =>
          () =>
            writePost('/v1/message-subscriptions', token, { template: 'case_changed' }),
      ),
  },
  {
    name: 'POST /v1/account/deletion',
    make: ({ leavers }) => leavers.map((token) => () => writePost('/v1/account/deletion', token, { confirm: '注销' })),
  },
]

/** What Prometheus asks every few seconds counts rows too. */
const OF_OPERATORS: readonly GrowthRequest[] = [own('/metrics')]

export const GROWTH_REQUESTS: readonly GrowthRequest[] = [
  ...OF_RESIDENTS,
  ...OF_EVERYBODY,
  ...OF_STAFF,
  ...WRITES,
  ...OF_OPERATORS,
]

/** Reads that touch no table that grows: the pack, the state of the departments, keys, one kept document. */
export const NO_TABLES: ReadonlySet<string> = new Set([
  'GET /v1/county',
  'GET /v1/offices',
  'GET /v1/item-groups',
  'GET /v1/status',
  'GET /v1/item-search',
  'GET /v1/items',
  'GET /v1/item-departments',
  'GET /v1/items/:id',
  'GET /v1/often-used-items',
  'GET /v1/zones',
  'GET /v1/zones/:id',
  'GET /v1/regions',
  'GET /v1/regions/:region',
  'GET /v1/regions/:region/items/:item',
  'GET /.well-known/jwks.json',
  'GET /.well-known/licence-status.json',
])
