import { SEARCH_LENGTH } from './rules'
import { piecesOfInitials, piecesOfSound, piecesOfWriting, type SearchIndex } from './search-index'
import { foldText, type Run, runsOf, soundOf, splitPinyin } from './search-runs'

export interface Found {
  readonly id: string
  /** 0 to about 2; only worth comparing within one search. */
  readonly score: number
}

/** The sounds of Chinese characters, one for each; null for a character whose sound is not known. */
export type SoundsOf = (text: string) => readonly (string | null)[]

/** What fits less than this much of the query is not shown, nor what fits less than half as well as the best. */
const LEAST = 0.22
const LEAST_OF_BEST = 0.5
/** Nobody changes more often between characters, letters and digits; each change costs a look at the whole index. */
const MOST_RUNS = 8
/** Two or three letters in a row stand somewhere in nearly every list: initials of which hardly more than half fits are chance. */
const LEAST_OF_INITIALS = 0.55

/**
 * The items that fit what somebody typed, best first: characters, pinyin, initials, or a mix of them. A character that sounds like
 * the right one is as good as nearly right, since that is how wrong characters come about.
 */
export function searchItems(index: SearchIndex, query: string, limit: number, soundsOf: SoundsOf = soundsIn(index)): Found[] {
  const runs = runsOf(query.slice(0, SEARCH_LENGTH)).slice(0, MOST_RUNS)
  const whole = foldText(query).replace(/[^\p{Script=Han}a-z\d]/gu, '')
  const length = runs.reduce((sum, run) => sum + lengthOf(run), 0)
  if (length === 0) return []
  const fitting = new Float32Array(index.terms.length)
  for (const run of runs) addRun(index, run, { fitting, share: lengthOf(run) / length, soundsOf })
  return bestOf(index, scoresOf(index, fitting, { whole, length }), limit)
}

/** For each item the score of the term that fits best, 0 for what is not shown; how often it is asked for counts least. */
function scoresOf({ items, terms }: SearchIndex, fitting: Float32Array, query: Asked): Float32Array {
  const scores = new Float32Array(items.length)
  for (let number = 0; number < fitting.length; number += 1) {
    const fits = fitting[number] ?? 0
    const term = terms[number]
    if (fits < LEAST || !term) continue
    const score = scoreOf(fits, term, query) + (4 - (items[term.item]?.often ?? 4)) * 0.02
    if (score > (scores[term.item] ?? 0)) scores[term.item] = score
  }
  return scores
}

/** Only those that will be shown are put in order: a single character is in thousands. */
function bestOf({ items }: SearchIndex, scores: Float32Array, limit: number): Found[] {
  const rising = scores.slice().sort()
  const least = Math.max(rising.at(-limit) ?? 0, (rising.at(-1) ?? 0) * LEAST_OF_BEST)
  const found: Found[] = []
  items.forEach(({ id }, item) => {
    const score = scores[item] ?? 0
    if (score > 0 && score >= least) found.push({ id, score })
  })
  return found.sort((a, b) => b.score - a.score).slice(0, limit)
}

const soundsIn =
  ({ sounds }: SearchIndex): SoundsOf =>
  (text) =>
    [...text].map((character) => sounds.get(character) ?? null)

/** In syllables: what is typed in letters counts as much as what it stands for. */
function lengthOf({ kind, text }: Run): number {
  if (kind === 'han') return [...text].length
  return kind === 'digits' ? 1 : (splitPinyin(text)?.length ?? text.length)
}

interface Asked {
  readonly whole: string
  readonly length: number
}

/** `fits`: how much of the query is in the term. What is left over of the term counts less. */
function scoreOf(fits: number, { text, length: own, weight }: SearchIndex['terms'][number], { whole, length }: Asked): number {
  const covered = Math.min(1, (fits * length) / own)
  const literal = text === whole ? 0.5 : text.startsWith(whole) ? 0.2 : text.includes(whole) ? 0.12 : 0
  return (fits * (0.75 + 0.25 * covered) + literal) * weight
}

interface Accumulator {
  readonly fitting: Float32Array
  /** Of the whole query. */
  readonly share: number
  readonly soundsOf: SoundsOf
}

/** Each way to read the run is tried; for each term the best one counts. */
function addRun(index: SearchIndex, run: Run, { fitting, share, soundsOf }: Accumulator): void {
  const best = new Float32Array(fitting.length)
  for (const reading of waysToRead(run, soundsOf)) raiseTo(best, fittingOf(index, reading))
  for (let term = 0; term < fitting.length; term += 1) fitting[term] = (fitting[term] ?? 0) + (best[term] ?? 0) * share
}

function raiseTo(best: Float32Array, { has, least }: { readonly has: Float32Array; readonly least: number }): void {
  for (let term = 0; term < best.length; term += 1) {
    const fits = has[term] ?? 0
    if (fits >= least && fits > (best[term] ?? 0)) best[term] = fits
  }
}

/** A way to read a run. */
interface Reading {
  readonly pieces: readonly string[]
  /** What fits less does not count. */
  readonly least: number
  /** Whether only terms count that have the beginning. */
  readonly fromStart: boolean
}

const loosely = (pieces: readonly string[]): Reading => ({ pieces, least: 0, fromStart: false })
const asInitials = (letters: string): Reading => ({
  pieces: piecesOfInitials(letters),
  least: LEAST_OF_INITIALS,
  fromStart: true,
})

function waysToRead({ kind, text }: Run, soundsOf: SoundsOf): Reading[] {
  const writing = piecesOfWriting([...text])
  if (kind === 'digits') return [loosely(writing)]
  if (kind === 'han') return [loosely([...writing, ...piecesOfSound(soundsOf(text).map((sound) => sound ?? '?'))])]
  const syllables = splitPinyin(text)
  return [
    ...(syllables ? [loosely(piecesOfSound(syllables.map(soundOf)))] : []),
    ...(text.length > 1 ? [asInitials(text)] : []),
    loosely(writing),
  ]
}

/** For each term how much of the pieces it has, 0 to 1. Rare pieces say more than those that stand everywhere. */
function fittingOf({ terms, postings }: SearchIndex, { pieces, least, fromStart }: Reading) {
  const has = new Float32Array(terms.length)
  const known = [...new Set(pieces)].map((piece) => postings.get(piece) ?? NOWHERE)
  const tells = known.map((standing) => Math.log(1 + terms.length / (1 + standing.length)))
  const all = tells.reduce((sum, one) => sum + one, 0)
  known.forEach((standing, index) => {
    const share = (tells[index] ?? 0) / all
    const anew = index === 0 || !fromStart
    for (const term of standing) {
      const before = has[term] ?? 0
      if (anew || before > 0) has[term] = before + share
    }
  })
  return { has, least }
}

const NOWHERE = new Uint32Array(0)
