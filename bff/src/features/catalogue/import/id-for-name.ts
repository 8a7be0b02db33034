import { foldText } from '@one-visit/shared/catalogue/search-runs'
import { syllablesOf } from '../findable'

/** Leaves room for a number. */
const LONGEST = 36

/** An id that nobody has, made of the name's pinyin; the same for the same name. */
export function idForName(name: string, isTaken: (id: string) => boolean): string {
  const plain = syllablesOf(foldText(name))
    .map((syllable) => syllable.replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
  const joined = plain.join('-').replace(/(?<=\b[a-z0-9])-(?=[a-z0-9]\b)/g, '')
  const id = (joined || 'item').slice(0, LONGEST).replace(/-$/, '')
  if (!isTaken(id)) return id
  let number = 2
  while (isTaken(`${id}-${number}`)) number += 1
  return `${id}-${number}`
}
