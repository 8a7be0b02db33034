import { mustKnow, personItems } from '../licence-library/person-items'
import type { LicenceRegister } from '../licence-library/register'
import type { Person } from '../people'
import { type Birth, BIRTHS } from './births'

/** The certificates in which a person is the child or a parent. */
export function birthsOf({ key }: Person, licences: LicenceRegister): unknown[] {
  return BIRTHS.filter(({ child, parents }) => child === key || parents.includes(key)).map((birth) => reply(birth, licences))
}

function reply(birth: Birth, licences: LicenceRegister): unknown {
  const child = mustKnow(birth.child)
  return {
    eCertId: birth.licenceId,
    certNo: birth.certificateNumber,
    babyName: child.name,
    babySex: personItems(child).XB === '男' ? '1' : '2',
    birthTime: birth.born,
    birthPlace: birth.place,
    facility: birth.unit,
    motherName: birth.mother,
    fatherName: birth.father,
    issueDate: birth.issued,
    issueUnit: birth.unit,
    voidFlag: licences.state(birth.licenceId) === '1' ? '0' : '1',
  }
}
