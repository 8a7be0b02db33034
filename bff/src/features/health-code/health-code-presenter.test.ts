import type { Fetched } from '../../departments/gateway'
import { problem } from '../../platform/errors'
import { sensitive } from '../../platform/sensitive'
import { presentHealthCode } from './health-code-presenter'
import { requireCode } from './require-code'

const asOf = new Date('2026-11-21T01:00:00.000Z')
const had = <T>(value: T): PromiseSettledResult<Fetched<T>> => ({ status: 'fulfilled', value: { value, asOf, stale: false } })
const failed = (reason: unknown) => ({ status: 'rejected', reason }) as const

const PERSON = {
  ref: 'self',
  relation: null,
  name: sensitive('王秀英'),
  residentId: sensitive('430224194803120023'),
  residentIdIndex: 'index',
}
const CODE = { value: { colour: 'green', reason: '没有异常', expiresAt: null }, asOf, stale: false } as const
const complete = {
  person: PERSON,
  code: CODE,
  token: null,
  tests: had([]),
  vaccinations: had([]),
  travelCard: had(null),
} as const

test('what could not be had is null and says so, and the code is there', () => {
  const down = failed(problem('department_unavailable'))
  const dto = presentHealthCode({ ...complete, tests: down, vaccinations: down, travelCard: down })
  expect(dto).toMatchObject({ colour: 'green', tests: null, vaccinations: null, travelCard: null })
  expect(dto.travelCardMissing).toEqual(expect.any(String))
})

test('nothing on record is an empty list, not a missing one', () => {
  expect(presentHealthCode(complete)).toMatchObject({ tests: [], vaccinations: [] })
})

test('a mistake of ours is not taken for a department that fails', () => {
  const mistake = new Error('ours')
  for (const part of ['tests', 'vaccinations', 'travelCard'])
    expect(() => presentHealthCode({ ...complete, [part]: failed(mistake) })).toThrow(mistake)
})

test('somebody without a code is told so', () => {
  expect(() => requireCode({ value: null, asOf, stale: false })).toThrow(expect.objectContaining({ code: 'not_found' }))
})
