import { foldText, soundOf } from './search-runs'

/** One thing that can be found. */
export interface Findable {
  readonly id: string
  /** 1: asked for every day … 4: rarely. Of two that fit as well, the one asked for more often comes first. */
  readonly often: number
  readonly terms: readonly Term[]
}

/** Words by which it is found, each character with its pinyin syllable (no tone); what is no Chinese stands for itself. */
export interface Term {
  readonly text: string
  readonly syllables: readonly string[]
  /** 1 for names and what people call it; less for words that stand beside it. */
  readonly weight: number
}

interface Entry {
  readonly item: number
  readonly text: string
  readonly length: number
  readonly weight: number
}

export interface SearchIndex {
  readonly items: readonly Findable[]
  readonly terms: readonly Entry[]
  /** Pieces of writing, sound and initials → the terms that have them. */
  readonly postings: ReadonlyMap<string, Uint32Array>
  /** Sounds of the characters that stand in the terms. */
  readonly sounds: ReadonlyMap<string, string>
}

/** Built once; ten thousand items take about a second. */
export function buildSearchIndex(items: readonly Findable[]): SearchIndex {
  const terms: Entry[] = []
  const postings = new Map<string, number[]>()
  const sounds = new Map<string, string>()
  items.forEach(({ terms: words }, item) => {
    for (const { text, syllables, weight } of words) {
      const characters = [...foldText(text)]
      const heard = characters.map((_, index) => soundOf(syllables[index] ?? ''))
      characters.forEach((character, index) => sounds.set(character, heard[index] ?? ''))
      const number = terms.push({ item, text: characters.join(''), length: characters.length, weight }) - 1
      for (const piece of new Set(piecesOfTerm(characters, heard, syllables))) addTo(postings, piece, number)
    }
  })
  // Packed: a search reads tens of thousands of them.
  const packed = new Map([...postings].map(([piece, standing]) => [piece, Uint32Array.from(standing)]))
  return { items, terms, postings: packed, sounds }
}

function addTo(postings: Map<string, number[]>, piece: string, term: number): void {
  const known = postings.get(piece)
  if (known) known.push(term)
  else postings.set(piece, [term])
}

function piecesOfTerm(characters: readonly string[], heard: readonly string[], syllables: readonly string[]): string[] {
  return [
    ...piecesOfWriting(characters),
    ...piecesOfSound(heard),
    ...piecesOfInitials(syllables.map((one) => one.charAt(0)).join('')),
  ]
}

const pairs = (parts: readonly string[]): string[] => parts.slice(1).map((part, index) => `${parts[index]} ${part}`)

export const piecesOfWriting = (characters: readonly string[]): string[] =>
  [...characters, ...pairs(characters)].map((piece) => `写${piece}`)

export const piecesOfSound = (heard: readonly string[]): string[] => [...heard, ...pairs(heard)].map((piece) => `音${piece}`)

/** Two and three letters that follow each other. */
export function piecesOfInitials(letters: string): string[] {
  const windows = (size: number): string[] =>
    [...letters].slice(size - 1).map((_, index) => `首${letters.slice(index, index + size)}`)
  return [...windows(2), ...windows(3)]
}
