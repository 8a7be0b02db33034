import { LICENCE_PRESETS } from '@one-visit/shared/licences/rules'
import { licenceIdFor } from '../../../../scripts/fake-departments/licence-library/kinds'
import { POLICIES } from '../policies'
import { type DepartmentDesk, openDesk } from '../testing/department-desk'
import { textOf } from '../testing/licence-text'
import { someone, STRANGER } from '../testing/people'
import { createLicenceLibraryClient, type LicenceLibraryClient } from './client'

const DAY_MS = 86_400_000
let desk: DepartmentDesk
let library: LicenceLibraryClient
beforeEach(() => reopen())
afterEach(() => desk.close())

async function reopen(...policy: Parameters<typeof openDesk>): Promise<void> {
  desk = await openDesk(...policy)
  library = createLicenceLibraryClient(desk)
}

const CHEN = someone('chenjianguo')
const typesOf = async (key: string): Promise<string[]> =>
  (await library.licencesOf(someone(key))).value.map(({ type }) => type).sort()

it('has the licences of a person in our words, with days as we write them', async () => {
  const { value, asOf, stale } = await library.licencesOf(CHEN)
  expect([asOf, stale]).toEqual([desk.clock.now(), false])
  const driving = value.find(({ type }) => type === 'driving_licence')!
  expect(driving).toMatchObject({ state: 'valid', issuedOn: '2022-11-22', validUntil: '2032-11-19' })
  expect([driving.holder.reveal(), textOf(driving)]).toEqual([
    '陈建国',
    expect.objectContaining({ name: '陈建国', number: '430224198507120019', vehicleClass: 'C1', birthDate: '1985-07-12' }),
  ])
})

it.each([
  ['wangxiuying', ['household_register', 'id_card', 'social_security_card']],
  ['lixiaohong', ['driving_licence', 'hk_macau_permit', 'household_register', 'id_card', 'social_security_card']],
  ['zhangwei', ['birth_certificate', 'household_register', 'id_card']],
])('knows what %s has', async (key, types) => {
  expect(await typesOf(key)).toEqual(types)
})

it('gives every preset what it asks for', async () => {
  const { value } = await library.licencesOf(CHEN)
  for (const { type, fields } of LICENCE_PRESETS.filter((preset) => preset.type !== 'medical_insurance')) {
    const licence = value.find((one) => one.type === type)!
    expect(Object.keys(textOf(licence))).toEqual(expect.arrayContaining([...fields]))
  }
})

it('says that somebody is of age, and nothing of a child', async () => {
  const over18 = async (key: string) => {
    const { value } = await library.licencesOf(someone(key))
    return textOf(value.find(({ type }) => type === 'id_card')!)['over18']
  }
  expect([await over18('wangxiuying'), await over18('zhangwei')]).toEqual(['是', undefined])
})

it('somebody unknown has none', async () => {
  expect((await library.licencesOf(STRANGER)).value).toEqual([])
})

it('has one licence by its id, for its holder only', async () => {
  const licenceId = desk.fakes.licenceIdsOf('chenjianguo')['营业执照']!
  const { value } = await library.licence(CHEN, licenceId)
  expect(value).toMatchObject({ licenceId, type: 'business_licence', validUntil: null })
  expect((await library.licence(someone('wangxiuying'), licenceId)).value).toBeNull()
})

describe('whether licences hold', () => {
  it('is known at once, for e-vouchers too, and never from a copy', async () => {
    expect(POLICIES.licence_library.licenceState).toMatchObject({ freshSeconds: 0, staleSeconds: 0 })
    const { 医保电子凭证: voucher = '', 营业执照: business = '' } = desk.fakes.licenceIdsOf('chenjianguo')
    expect([...(await library.stateOf([voucher, business, voucher])).value]).toEqual([
      [voucher, 'valid'],
      [business, 'valid'],
    ])
    desk.fakes.cancelLicence(business)
    expect((await library.stateOf([voucher, business])).value.get(business)).toBe('cancelled')
    desk.fakes.setFault('licence_library', { mode: 'refuse' })
    await expect(library.stateOf([voucher])).rejects.toMatchObject({ code: 'department_unavailable' })
  })

  it('is no for what the library does not know', async () => {
    const unknown = '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9'
    expect([...(await library.stateOf([unknown])).value]).toEqual([[unknown, 'cancelled']])
  })

  it('is asked in parts when there are many, and not at all when there are none', async () => {
    const many = Array.from({ length: 450 }, (_, index) => licenceIdFor('driver', 1000 + index))
    expect([...(await library.stateOf(many)).value.keys()]).toEqual(many)
    expect((await library.stateOf([])).value.size).toBe(0)
    expect(desk.calls('licence_library')).toBe(3)
  })
})

it('shows the last copy for seven days when the library is down, and asks once in half a minute', async () => {
  await library.licencesOf(CHEN)
  await library.licencesOf(CHEN)
  expect(desk.calls('licence_library')).toBe(1)
  const { asOf } = await library.licencesOf(CHEN)
  desk.fakes.setFault('licence_library', { mode: 'refuse' })
  desk.clock.advance(6 * DAY_MS)
  expect(await library.licencesOf(CHEN)).toMatchObject({ stale: true, asOf })
  desk.clock.advance(DAY_MS)
  await expect(library.licencesOf(CHEN)).rejects.toMatchObject({ code: 'department_unavailable' })
})

it('a reply that does not fit is no answer, and does not reach the log', async () => {
  desk.fakes.setFault('licence_library', { mode: 'wrong_shape' })
  for (const ask of [() => library.licencesOf(CHEN), () => library.licence(CHEN, 'x'), () => library.stateOf(['x'])])
    await expect(ask()).rejects.toMatchObject({ code: 'department_invalid_reply' })
  expect(desk.logged.join()).not.toMatch(/陈建国|430224198507120019/)
})

it('does not wait longer than its policy says', async () => {
  await desk.close()
  await reopen({ deadlineMs: 50, retries: 0 })
  desk.fakes.setFault('licence_library', { mode: 'hang' })
  await expect(library.licencesOf(CHEN)).rejects.toMatchObject({ code: 'department_timeout' })
})

it('prints neither names nor numbers', async () => {
  const { value } = await library.licencesOf(CHEN)
  expect(JSON.stringify(value)).not.toMatch(/陈建国|430224198507120019|云阳街道/)
})
