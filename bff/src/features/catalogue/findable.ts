import type { Findable, Term } from '@one-visit/shared/catalogue/search-index'
import { foldText } from '@one-visit/shared/catalogue/search-runs'
import { pinyin } from 'pinyin-pro'
import type { ServiceItem } from '../../platform/county-pack/items-file'

/** What stands beside the name says less about what somebody means. */
const WEIGHTS = { name: 1, alias: 1, summary: 0.55, beside: 0.5 } as const

/** The words by which an item is found, with their sound. */
export function findableOf({ id, often, name, aliases, summary, department, lifeEvent }: ServiceItem): Findable {
  return {
    id,
    often,
    terms: [
      termOf(name, WEIGHTS.name),
      ...aliases.map((alias) => termOf(alias, WEIGHTS.alias)),
      termOf(summary, WEIGHTS.summary),
      termOf(department + name, WEIGHTS.beside),
      ...(lifeEvent === null ? [] : [termOf(lifeEvent, WEIGHTS.beside)]),
    ],
  }
}

/** Without blanks: nobody types them, and they stand between the syllables on the way to the app. */
function termOf(words: string, weight: number): Term {
  const text = foldText(words).replace(/\s/g, '')
  return { text, syllables: syllablesOf(text), weight }
}

/** One for each character; what is no Chinese stands for itself. */
export const syllablesOf = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true })
