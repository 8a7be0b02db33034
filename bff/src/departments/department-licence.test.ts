import { licenceFields, LicenceIdText } from './department-licence'

it('puts fields in the order of their table, labelled, without those that are missing', () => {
  const fields = licenceFields('driving_licence', { validUntil: '2032-11-20', name: '陈建国', sex: '', vehicleClass: null })
  expect(fields.map(({ key, label, value }) => [key, label, value.reveal()])).toEqual([
    ['name', '姓名', '陈建国'],
    ['validUntil', '有效期至', '2032-11-20'],
  ])
})

it('masks numbers and addresses of people, and not the number of a business', () => {
  const masked = (...args: Parameters<typeof licenceFields>) =>
    licenceFields(...args).flatMap(({ key, sensitive }) => (sensitive ? [key] : []))
  expect(masked('id_card', { name: '陈建国', number: '1', address: '2', sex: '男' })).toEqual(['number', 'address'])
  expect(masked('business_licence', { name: '店', number: '1' })).toEqual([])
})

it('prints no value', () => {
  expect(JSON.stringify(licenceFields('id_card', { name: '陈建国' }))).not.toContain('陈建国')
})

it.each([
  ['1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U', true],
  ['1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.V', false],
  ['1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001', false],
  ['', false],
])('takes %s for a licence id: %s', (text, expected) => {
  expect(LicenceIdText.safeParse(text).success).toBe(expected)
})
