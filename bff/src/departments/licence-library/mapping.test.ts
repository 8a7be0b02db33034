import { sensitive } from '../../platform/sensitive'
import { silent } from '../testing/department-desk'
import { textOf } from '../testing/licence-text'
import { mapCertificate, mapStates } from './mapping'
import { type Certificate, CertificatesReply } from './reply'

const NOW = new Date('2026-11-21T01:02:03.000Z')
const ID = '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U'
const OTHER = '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9'
const ROW: Certificate = {
  certificateIdentifier: ID,
  certificateTypeName: '中华人民共和国机动车驾驶证',
  certificateHolder: '陈建国',
  issueAuthority: '交警支队',
  issueDate: '20221122',
  validDateEnd: '20321120',
  certificateStatus: '1',
  surfaces: [
    { item: 'ZJCX', text: 'C1' },
    { item: 'CSRQ', text: '19850712' },
    { item: 'ZZJG', text: '不认识的一项' },
  ],
}
const fits = (change: object): boolean =>
  CertificatesReply.safeParse({ errcode: 0, data: { rows: [{ ...ROW, ...change }] } }).success

it('reads days, fills in what stands outside of the items, and drops items that it does not know', () => {
  const licence = mapCertificate(ROW, NOW, silent)!
  expect(licence).toMatchObject({ type: 'driving_licence', issuedOn: '2022-11-22', validUntil: '2032-11-20', state: 'valid' })
  expect(textOf(licence)).toEqual({
    vehicleClass: 'C1',
    validUntil: '2032-11-20',
    birthDate: '1985-07-12',
    authority: '交警支队',
  })
})

it.each([
  ['2', 'cancelled'],
  ['3', 'cancelled'],
] as const)('status %s is %s', (certificateStatus, state) => {
  expect(mapCertificate({ ...ROW, certificateStatus }, NOW, silent)?.state).toBe(state)
})

it('has no end for a licence that does not run out', () => {
  const licence = mapCertificate({ ...ROW, validDateEnd: '长期' }, NOW, silent)!
  expect([licence.validUntil, textOf(licence)['validUntil']]).toEqual([null, '长期'])
})

it('leaves out a kind of licence that it does not know, and says so in the log', () => {
  const warn = jest.fn()
  expect(mapCertificate({ ...ROW, certificateTypeName: '船员证' }, NOW, { warn })).toBeNull()
  expect(warn).toHaveBeenCalledWith({ certificateTypeName: '船员证' }, expect.any(String))
  expect(mapCertificate({ ...ROW, certificateTypeName: 'constructor' }, NOW, { warn })).toBeNull()
})

it.each([
  ['a wrong check character', { certificateIdentifier: `${ID.slice(0, -1)}V` }],
  ['a day that does not exist', { issueDate: '20260229' }],
  ['an end that is no day', { validDateEnd: '永久' }],
  ['a status that is not agreed', { certificateStatus: '7' }],
])('a row with %s does not fit', (_, change) => {
  expect([fits({}), fits(change)]).toEqual([true, false])
})

it('only what is in force holds; what is not known does not', () => {
  const states = [
    { certificateIdentifier: ID, status: '1' },
    { certificateIdentifier: OTHER, status: '9' },
  ] as const
  expect([...mapStates(states, [ID, OTHER])!.values()]).toEqual(['valid', 'cancelled'])
  expect(mapStates(states.slice(1), [ID, OTHER])).toBeNull()
})

it('prints neither the holder nor what is on a licence', () => {
  const printed = JSON.stringify(mapCertificate(ROW, NOW, silent))
  expect(printed).toContain(JSON.stringify(sensitive('')))
  expect(printed).not.toMatch(/陈建国|1985/)
})
