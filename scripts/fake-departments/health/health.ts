import { type FakeDepartment, ok, refused, textOf } from '../fake-department'
import type { LicenceRegister } from '../licence-library/register'
import { type Person, PEOPLE } from '../people'
import { birthsOf } from './birth-reply'
import type { GivenDose } from './doses'
import { codeReply, type HealthBook, testReply } from './health-book'

interface Books {
  readonly doses: readonly GivenDose[]
  readonly book: HealthBook
  readonly licences: LicenceRegister
}

/** Vaccinations, health codes, tests and births. Somebody it does not know has had no dose, no test, and has no code. */
export function fakeHealth({ doses, book, licences }: Books): FakeDepartment {
  const answers: Record<string, (person: Person | undefined) => unknown> = {
    'vaccinations/list': (person) => ok({ records: doses.filter((dose) => dose.person === person?.key).map(record) }),
    'health-code/query': (person) => (person ? ok(codeReply(book.colourOf(person.key))) : refused(10404, 'no code')),
    'tests/list': (person) => ok({ samples: person ? book.testsOf(person.key).map(testReply) : [] }),
    'births/certificates': (person) => ok({ certificates: person ? birthsOf(person, licences) : [] }),
  }
  return {
    tif: true,
    answer: ({ path, body }) => {
      const person = PEOPLE.find(({ residentId }) => residentId === textOf(body, 'idNumber'))
      return answers[path]?.(person) ?? null
    },
  }
}

function record({ vaccine, dose, date, place }: GivenDose): unknown {
  return { vaccineName: vaccine, doseNumber: dose, inoculateDate: date, unitName: place }
}
