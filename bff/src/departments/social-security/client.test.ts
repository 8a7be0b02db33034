import { type DepartmentDesk, openDesk } from '../testing/department-desk'
import { someone, STRANGER } from '../testing/people'
import { createSocialSecurityClient, type SocialSecurityClient } from './client'
import { mapContributions } from './mapping'

const DAY_MS = 86_400_000
let desk: DepartmentDesk
let socialSecurity: SocialSecurityClient
beforeEach(() => reopen())
afterEach(() => desk.close())

async function reopen(...policy: Parameters<typeof openDesk>): Promise<void> {
  desk = await openDesk(...policy)
  socialSecurity = createSocialSecurityClient(desk)
}

const CHEN = someone('chenjianguo')

it('tells months, kinds and bases in our words, newest month first', async () => {
  const { value, asOf, stale } = await socialSecurity.contributions(CHEN)
  expect([value.months, asOf, stale]).toEqual([186, desk.clock.now(), false])
  const shown = value.last.map(({ month, kind, base, paid }) => [month, kind, base.reveal(), paid])
  expect(shown.slice(0, 3)).toEqual([
    ['2026-11', '企业职工基本养老保险', '4308.00 元', false],
    ['2026-11', '职工基本医疗保险', '4308.00 元', false],
    ['2026-10', '企业职工基本养老保险', '4308.00 元', true],
  ])
  expect(shown.at(-1)?.[0]).toBe('2025-12')
  expect(JSON.stringify(value)).not.toContain('4308')
})

it('somebody who has never paid has no months', async () => {
  expect((await socialSecurity.contributions(STRANGER)).value).toEqual({ months: 0, last: [] })
})

it('calls a kind that is not in the table another one, and says so in the log', () => {
  const warn = jest.fn()
  const details = [{ aae003: '202610', aae140: '999', aae180: 1, aae078: '1' as const }]
  expect(mapContributions({ months: 1, details }, { warn }).last).toMatchObject([{ kind: '其他社会保险' }])
  expect(warn).toHaveBeenCalledWith({ insuranceCode: '999' }, expect.any(String))
})

it('shows the last copy for seven days when the department is down', async () => {
  await socialSecurity.contributions(CHEN)
  desk.fakes.setFault('social_security', { mode: 'refuse' })
  desk.clock.advance(7 * DAY_MS - 1)
  expect(await socialSecurity.contributions(CHEN)).toMatchObject({ stale: true, value: { months: 186 } })
  desk.clock.advance(1)
  await expect(socialSecurity.contributions(CHEN)).rejects.toMatchObject({ code: 'department_unavailable' })
})

it('a reply that does not fit is no answer', async () => {
  desk.fakes.setFault('social_security', { mode: 'wrong_shape' })
  await expect(socialSecurity.contributions(CHEN)).rejects.toMatchObject({ code: 'department_invalid_reply' })
})

it('does not wait longer than its policy says', async () => {
  await desk.close()
  await reopen({ deadlineMs: 50, retries: 0 })
  desk.fakes.setFault('social_security', { mode: 'hang' })
  await expect(socialSecurity.contributions(CHEN)).rejects.toMatchObject({ code: 'department_timeout' })
})
