/** A stretch of one kind of writing in a query: Chinese characters, Latin letters, or digits. */
export interface Run {
  readonly kind: 'han' | 'latin' | 'digits'
  readonly text: string
}

const NUMERALS = '零一二三四五六七八九'
/** Characters that many people write for the one they mean. */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['薄', '簿'],
  ['帐', '账'],
  ['卷', '券'],
]

/**
 * Words as they are compared: full-width letters and digits are half-width ones, case does not matter, sixty is 60 however it is
 * written, and characters that are often taken for each other are one.
 */
export function foldText(text: string): string {
  const numbers = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + (ones === '' ? 0 : NUMERALS.indexOf(ones))),
    )
  return LOOK_ALIKES.reduce((folded, [written, meant]) => folded.replaceAll(written, meant), numbers)
}

/** What somebody typed, without blanks and punctuation. */
export function runsOf(query: string): Run[] {
  const found = foldText(query).matchAll(/(?<han>\p{Script=Han}+)|(?<latin>[a-zü]+)|(?<digits>\d+)/gu)
  return [...found].map(({ 0: text, groups }) => ({
    kind: groups?.han ? 'han' : groups?.latin ? 'latin' : 'digits',
    text: text.replaceAll('ü', 'v'),
  }))
}

const INITIAL = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])/
const FINALS =
  'iang iong uang ang eng ing ong iao ian uai uan van ai ei ao ou an en er ia ie iu in ua uo ui un ue ve vn a e i o u v'.split(
    ' ',
  )

/** The syllables that a text in letters begins with, longest first. */
function syllablesAt(text: string): string[] {
  const initial = INITIAL.exec(text)?.[0] ?? ''
  return FINALS.filter((final) => text.startsWith(final, initial.length)).map((final) => initial + final)
}

/**
 * Splits pinyin that was typed without blanks; null when it is none. A last syllable that is still being typed is left out:
 * `shenfenzh` is `shen fen`.
 */
export function splitPinyin(text: string): string[] | null {
  const dead = new Set<number>()
  const from = (at: number): string[] | null => {
    const rest = text.slice(at)
    if (rest === '' || (at > 0 && /^(?:[zcs]h?|[bpmfdtnlgkhjqxryw])$/.test(rest))) return []
    if (dead.has(at)) return null
    for (const syllable of syllablesAt(rest)) {
      const others = from(at + syllable.length)
      if (others) return [syllable, ...others]
    }
    dead.add(at)
    return null
  }
  return from(0)
}

/**
 * Syllables that many people here do not keep apart, in speech and so in writing, are one: z/zh, c/ch, s/sh, n/l, and endings
 * with or without g.
 */
export function soundOf(syllable: string): string {
  const initial = INITIAL.exec(syllable)?.[0] ?? ''
  const final = syllable.slice(initial.length)
  return initial.replace('h', initial.length === 2 ? '' : 'h').replace('n', 'l') + final.replace(/([aei]n)g$/, '$1')
}
