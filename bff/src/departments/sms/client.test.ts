import { sensitive } from '../../platform/sensitive'
import { type DepartmentDesk, openDesk } from '../testing/department-desk'
import { createSmsClient } from './client'

let desk: DepartmentDesk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

it('hands a message over, with secret parameters revealed to the platform only', async () => {
  await createSmsClient(desk).send(sensitive('13800000002'), 'sign_in_code', { code: sensitive('123456'), minutes: '5' })
  expect(desk.fakes.smsSent('13800000002')).toMatchObject([
    { template: 'sign_in_code', params: { code: '123456', minutes: '5' } },
  ])
  expect(desk.logged.join('')).not.toMatch(/123456|13800000002/)
})

it.each([
  ['13900040001', { code: 'invalid_input', fields: [{ path: 'phone', message: expect.any(String) }] }],
  ['13900040002', { code: 'too_many_requests' }],
])('tells why %s takes no message', async (phone, refusal) => {
  await expect(createSmsClient(desk).send(sensitive(phone), 'case_changed', {})).rejects.toMatchObject(refusal)
})
