import { type DepartmentDesk, openDesk } from '../testing/department-desk'
import { textOf } from '../testing/licence-text'
import { someone } from '../testing/people'
import { createInsuranceClient, type InsuranceClient } from './client'

const DAY_MS = 86_400_000
let desk: DepartmentDesk
let insurance: InsuranceClient
beforeEach(() => reopen())
afterEach(() => desk.close())

async function reopen(...policy: Parameters<typeof openDesk>): Promise<void> {
  desk = await openDesk(...policy)
  insurance = createInsuranceClient(desk)
}

const WANG = someone('wangxiuying')

it('has the e-voucher as a licence in our words', async () => {
  const { value, asOf, stale } = await insurance.eVoucher(WANG)
  expect([asOf, stale]).toEqual([desk.clock.now(), false])
  expect(value).toMatchObject({ type: 'medical_insurance', state: 'valid', issuedOn: '2024-09-12', validUntil: null })
  expect(value?.licenceId).toBe(desk.fakes.licenceIdsOf('wangxiuying')['医保电子凭证'])
  expect(textOf(value!)).toEqual({
    name: '王秀英',
    number: '43020000000000002',
    insuredAt: '湖南省株洲市茶陵县',
    insuranceType: '城乡居民基本医疗保险',
    state: '正常参保',
  })
  expect(JSON.stringify(value)).not.toMatch(/王秀英|43020000000000002/)
})

it('somebody who is not insured has none, and that is kept like an answer', async () => {
  expect((await insurance.eVoucher(someone('liuzhiqiang'))).value).toBeNull()
  expect((await insurance.eVoucher(someone('liuzhiqiang'))).value).toBeNull()
  expect(desk.calls('insurance')).toBe(1)
})

it('sees that it was cancelled, when its fresh copy has gone', async () => {
  const before = await insurance.eVoucher(WANG)
  desk.fakes.cancelLicence(before.value!.licenceId)
  desk.clock.advance(30_000)
  expect((await insurance.eVoucher(WANG)).value?.state).toBe('cancelled')
})

it('shows the last copy for seven days when the department is down', async () => {
  await insurance.eVoucher(WANG)
  desk.fakes.setFault('insurance', { mode: 'refuse' })
  desk.clock.advance(7 * DAY_MS - 1)
  expect(await insurance.eVoucher(WANG)).toMatchObject({ stale: true })
  desk.clock.advance(1)
  await expect(insurance.eVoucher(WANG)).rejects.toMatchObject({ code: 'department_unavailable' })
})

it('a reply that does not fit is no answer', async () => {
  desk.fakes.setFault('insurance', { mode: 'wrong_shape' })
  await expect(insurance.eVoucher(WANG)).rejects.toMatchObject({ code: 'department_invalid_reply' })
})

it('does not wait longer than its policy says', async () => {
  await desk.close()
  await reopen({ deadlineMs: 50, retries: 0 })
  desk.fakes.setFault('insurance', { mode: 'hang' })
  await expect(insurance.eVoucher(WANG)).rejects.toMatchObject({ code: 'department_timeout' })
})
