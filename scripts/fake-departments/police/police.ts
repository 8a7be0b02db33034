import { type CaseBook, type CaseFile, localTime } from '../case-file'
import { type FakeDepartment, ok, textOf } from '../fake-department'
import { PEOPLE } from '../people'
import { householdReply } from './households'

/** Real names, ID cards, exit-entry permits and household registers. */
export function fakePolice(books: { readonly idCards: CaseBook; readonly exitEntry: CaseBook }): FakeDepartment {
  const applications = (book: CaseBook, idNumber: string): unknown => {
    const person = PEOPLE.find(({ residentId }) => residentId === idNumber)
    return ok({ applications: person ? book.of(person.key).map((file) => application(book, file)) : [] })
  }
  return {
    tif: true,
    answer: ({ path, body }) => {
      const idNumber = textOf(body, 'idNumber')
      if (path === 'real-name/verify') return ok({ result: realName(textOf(body, 'name'), idNumber) })
      if (path === 'id-card/applications') return applications(books.idCards, idNumber)
      if (path === 'exit-entry/applications') return applications(books.exitEntry, idNumber)
      if (path === 'household/members') return ok(householdReply(idNumber))
      return null
    },
  }
}

/** 1 they belong together, 2 they do not, 3 the number is not in the register. */
function realName(name: string, idNumber: string): '1' | '2' | '3' {
  const person = PEOPLE.find(({ residentId }) => residentId === idNumber)
  if (!person) return '3'
  return person.name === name ? '1' : '2'
}

function application(book: CaseBook, file: CaseFile): unknown {
  const happened = book.happened(file)
  const last = happened.at(-1)?.step
  return {
    applyNo: file.number,
    itemName: file.itemName,
    applicantName: PEOPLE.find(({ key }) => key === file.applicant)?.name,
    unitName: file.unit,
    stateName: last?.words,
    supplement: last?.toDo ?? null,
    pickupPlace: file.place,
    promiseDate: book.promisedDate(file),
    queryToken: book.queryToken(file),
    steps: happened.map(({ at, step }) => ({ time: localTime(at), stateName: step.words, remark: step.remark ?? null })),
  }
}
