import { type DepartmentDesk, openDesk } from '../testing/department-desk'
import { createProvincialClient } from './client'
import { mapProfile } from './mapping'

let desk: DepartmentDesk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

it('gives name and number of a verified person', async () => {
  const profile = await createProvincialClient(desk).profileOf('prov-wangxiuying-1')
  expect(profile.verified?.name.reveal()).toBe('王秀英')
  expect(profile.verified?.residentId.reveal()).toBe('430224194803120023')
  expect(JSON.stringify(profile)).not.toMatch(/王秀英|430224194803120023|13800000001/)
})

it('vouches for nothing when the person is not verified', async () => {
  const profile = await createProvincialClient(desk).profileOf('prov-unverified-1')
  expect([profile.verified, profile.phone]).toEqual([null, null])
})

it('refuses a code that is wrong or used', async () => {
  const provincial = createProvincialClient(desk)
  await provincial.profileOf('prov-wangxiuying-2')
  await expect(provincial.profileOf('prov-wangxiuying-2')).rejects.toMatchObject({ code: 'sign_in_failed' })
  await expect(provincial.profileOf('whatever')).rejects.toMatchObject({ code: 'sign_in_failed' })
})

it('takes a verified profile without a number for a bad reply', () => {
  const profile = { openId: 'o', phone: null, realNameLevel: 2, name: '王秀英', residentId: null } as const
  expect(() => mapProfile(profile)).toThrow('department_invalid_reply')
})
