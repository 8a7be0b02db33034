import { PEOPLE } from '../people'

/** Who stands in one household register; keys of people in people.ts. */
const HOUSEHOLDS: readonly (readonly string[])[] = [['chenjianguo', 'zhangwei'], ['wangxiuying'], ['lixiaohong'], ['liuzhiqiang']]

/** Everybody in the register of the one with this number, that one too. */
export function householdReply(idNumber: string): unknown {
  const person = PEOPLE.find(({ residentId }) => residentId === idNumber)
  const household = HOUSEHOLDS.find((keys) => person !== undefined && keys.includes(person.key)) ?? []
  const members = PEOPLE.filter(({ key }) => household.includes(key))
  return { members: members.map(({ residentId, name }) => ({ idNumber: residentId, name })) }
}
