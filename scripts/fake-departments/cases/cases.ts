import { type CaseBook, type CaseFile, localTime } from '../case-file'
import { type FakeDepartment, ok, refused, textOf } from '../fake-department'
import { PEOPLE } from '../people'
import type { CaseDesk } from './open-case'

/** The county's case system. An unknown number and a wrong secret get the same answer. */
export function fakeCases(book: CaseBook, desk: CaseDesk): FakeDepartment {
  return {
    tif: true,
    answer: async ({ path, body }) => {
      if (path === 'cases/open') return desk.open(body)
      await desk.refresh()
      if (path === 'cases/of-person') {
        const person = PEOPLE.find(({ residentId }) => residentId === textOf(body, 'idNumber'))
        return ok({ cases: person ? book.of(person.key).map((file) => record(book, file)) : [] })
      }
      if (path !== 'cases/look-up') return null
      const file = book.find(textOf(body, 'caseNumber'))
      return file && opens(book, file, body) ? ok({ case: record(book, file) }) : refused(40401, 'no such case')
    },
  }
}

function opens(book: CaseBook, file: CaseFile, body: Record<string, unknown>): boolean {
  if ('password' in body) return file.password !== undefined && textOf(body, 'password').toUpperCase() === file.password
  if ('lastFour' in body)
    return PEOPLE.find(({ key }) => key === file.applicant)?.residentId.slice(-4) === textOf(body, 'lastFour')
  return textOf(body, 'queryToken') === book.queryToken(file)
}

function record(book: CaseBook, file: CaseFile): unknown {
  const happened = book.happened(file)
  const last = happened.at(-1)?.step
  return {
    caseNumber: file.number,
    itemName: file.itemName,
    departmentName: file.unit,
    applicant: PEOPLE.find(({ key }) => key === file.applicant)?.name,
    status: last?.words,
    correction: last?.toDo ?? null,
    deliveryPlace: file.place,
    promisedDate: book.promisedDate(file),
    queryToken: book.queryToken(file),
    history: happened.map(({ at, step }) => ({
      time: `${localTime(at).replace(' ', 'T')}+08:00`,
      status: step.words,
      opinion: step.remark ?? null,
    })),
  }
}
