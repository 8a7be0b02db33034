import { BIRTHS } from '../health/births'
import { type FakeLicence, issue } from './kinds'
import { mustKnow, personItems } from './person-items'

/** The children's birth certificates, as the library has them from the health department. */
export function birthLicences(): FakeLicence[] {
  return BIRTHS.map((birth, index) => {
    const child = mustKnow(birth.child)
    const issued = birth.issued.replaceAll('-', '')
    return issue('birth', index + 1, {
      person: birth.child,
      holder: child.name,
      issued,
      until: null,
      items: {
        XSEXM: child.name,
        CSZBH: birth.certificateNumber,
        XB: personItems(child).XB,
        CSSJ: birth.born.slice(0, 16),
        CSDD: birth.place,
        JSJG: birth.unit,
        MQXM: birth.mother ?? '',
        FQXM: birth.father ?? '',
        QFRQ: issued,
      },
    })
  })
}
