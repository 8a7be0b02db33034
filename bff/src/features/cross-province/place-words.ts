import type { DecidingSide } from '@one-visit/shared/cross-province/rules'
import type { CountyPack } from '../../platform/county-pack'
import type { CrossProvinceForm, PLACES_IN_WORDS, Region } from '../../platform/county-pack/cross-province-file'

type Place = (typeof PLACES_IN_WORDS)[number]

/** Puts the names of the places into words of the pack: `{region}`, and `{deciding}` for whichever side decides. */
export function placeWords({ county }: CountyPack, region: Region, side: DecidingSide): (words: string) => string {
  const [deciding, other] = side === 'county' ? [county.name, region.name] : [region.name, county.name]
  const names: Readonly<Record<Place, string>> = { county: county.name, region: region.name, deciding, other }
  return (words) => words.replace(/\{(\w+)\}/g, (_, place: Place) => names[place])
}

/** A form as somebody reads it who applies with this region and side. */
export function formInWords(form: CrossProvinceForm, say: (words: string) => string): CrossProvinceForm {
  return {
    declaration: say(form.declaration),
    questions: form.questions.map((question) => ({
      ...question,
      label: say(question.label),
      hint: question.hint === null ? null : say(question.hint),
      options: question.options.map(({ value, label }) => ({ value, label: say(label) })),
    })),
  }
}
