import { type FakeDepartment, ok, textOf } from '../fake-department'
import { PEOPLE } from '../people'
import type { GivenDose } from './doses'

/** The vaccination register. Somebody it does not know has had no dose. */
export function fakeHealth(doses: readonly GivenDose[]): FakeDepartment {
  return {
    tif: true,
    answer: ({ path, body }) => {
      if (path !== 'vaccinations/list') return null
      const person = PEOPLE.find(({ residentId }) => residentId === textOf(body, 'idNumber'))
      return ok({ records: doses.filter((dose) => dose.person === person?.key).map(record) })
    },
  }
}

function record({ vaccine, dose, date, place }: GivenDose): unknown {
  return { vaccineName: vaccine, doseNumber: dose, inoculateDate: date, unitName: place }
}
