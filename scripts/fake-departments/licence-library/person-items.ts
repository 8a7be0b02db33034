import { type Person, personByKey } from '../people'

/** What the library prints about a person on most licences. */
export function personItems(person: Person): { XM: string; XB: string; CSRQ: string } {
  const isMale = Number(person.residentId.charAt(16)) % 2 === 1
  return { XM: person.name, XB: isMale ? '男' : '女', CSRQ: person.residentId.slice(6, 14) }
}

export function mustKnow(key: string): Person {
  const person = personByKey(key)
  if (!person) throw new Error(`nobody is called ${key}`)
  return person
}
