/** What is wrong with a cell, in plain Chinese. */
export class CellMistake extends Error {
  override name = 'CellMistake'
}

/** The names by which a county calls its booking groups and zones → their ids. */
export interface PackNames {
  readonly itemGroups: ReadonlyMap<string, string>
  readonly zones: ReadonlyMap<string, string>
}

/** How a value stands in a cell. `read` throws `CellMistake`. */
export interface CellForm<T> {
  /** Line breaks at the end count; other forms get the text without blanks around it. */
  readonly byLines?: true
  read(text: string, names: PackNames): T
  write(value: T, names: PackNames): string
}

export const words: CellForm<string> = {
  read: (text) => {
    if (text === '') throw new CellMistake('不能空着')
    return text.replace(/\s*\n\s*/g, ' ')
  },
  write: (value) => value,
}

/** Null where nothing stands, or one of the words for nothing. */
export const wordsOrNothing = (...nothing: string[]): CellForm<string | null> => ({
  read: (text, names) => (text === '' || nothing.includes(text) ? null : words.read(text, names)),
  write: (value) => value ?? '',
})

export const matching = (pattern: RegExp, hint: string): CellForm<string> => ({
  read: (text) => {
    if (!pattern.test(text)) throw new CellMistake(text === '' ? '不能空着' : `“${text}”不对：${hint}`)
    return text
  },
  write: (value) => value,
})

export const orNothing = <T>(form: CellForm<T>): CellForm<T | null> => ({
  read: (text, names) => (text === '' ? null : form.read(text, names)),
  write: (value, names) => (value === null ? '' : form.write(value, names)),
})

/** What is written in a cell, and what it means. The value itself is understood, too. */
type Choices<T> = (names: PackNames) => ReadonlyMap<string, T>

export const choice = <T extends string | number>(choices: Choices<T>): CellForm<T> => ({
  read: (text, names) => {
    const known = choices(names)
    const value = known.get(text) ?? [...known.values()].find((one) => String(one) === text)
    if (value === undefined)
      throw new CellMistake(`${text === '' ? '空着' : `“${text}”`}不行，要写：${[...known.keys()].join('、')}`)
    return value
  },
  write: (value, names) => [...choices(names)].find(([, one]) => one === value)?.[0] ?? String(value),
})

/**
 * Several in one cell: a line for each where the cell has line breaks, otherwise with ； between them. What stands twice is refused.
 */
export const list = <T>(form: CellForm<T>, { atLeast = 0 } = {}): CellForm<T[]> => ({
  byLines: true,
  read: (text, names) => {
    const parts = partsOf(text)
    const twice = parts.find((part, index) => parts.indexOf(part) < index)
    if (twice !== undefined) throw new CellMistake(`“${twice}”写了两遍`)
    if (parts.length < atLeast) throw new CellMistake('至少要写一条')
    return parts.map((part) => form.read(part, names))
  },
  write: (values, names) => joinParts(values.map((value) => form.write(value, names))),
})

function partsOf(text: string): string[] {
  const parts = text.includes('\n') ? text.split('\n') : text.split(/[；;]/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function joinParts(parts: readonly string[]): string {
  const lines = parts.some((part) => /[；;]/.test(part))
  return lines ? parts.map((part) => `${part}\n`).join('') : parts.join('；')
}

interface Document {
  name: string
  note: string | null
  fetched: boolean
}

const FETCHED = '【免带】'

/** `name：note`, with a mark at the end where nobody needs to bring it. */
const documentForm: CellForm<Document> = {
  read: (text) => {
    const fetched = text.endsWith(FETCHED)
    const said = fetched ? text.slice(0, -FETCHED.length) : text
    const [, name = '', note = ''] = /^([^：:]*)(?:[：:](.*))?$/s.exec(said) ?? []
    if (name.trim() === '') throw new CellMistake(`“${text}”前面缺材料的名称`)
    return { name: name.trim(), note: note.trim() === '' ? null : note.trim(), fetched }
  },
  write: ({ name, note, fetched }) => `${name}${note === null ? '' : `：${note}`}${fetched ? FETCHED : ''}`,
}

/** Documents, none named twice. */
export const documents: CellForm<Document[]> = {
  ...list(documentForm),
  read: (text, names) => {
    const all = list(documentForm).read(text, names)
    const twice = all.find(({ name }, index) => all.findIndex((other) => other.name === name) < index)
    if (twice) throw new CellMistake(`“${twice.name}”写了两遍`)
    return all
  },
}

const MOST_DAYS = 365

/** Working days; 0 where it is done on the spot. */
export const workingDays: CellForm<number> = {
  read: (text) => {
    if (/^(?:当场|即时)(?:办理|办完|办结)?$|^即办$/.test(text)) return 0
    // Plain days are others: they count weekends.
    const days = /^(\d+) *(?:个?工作日)?$/.exec(text)?.[1]
    if (days === undefined || Number(days) > MOST_DAYS)
      throw new CellMistake(`${text === '' ? '空着' : `“${text}”`}不行，要写 0 到 ${MOST_DAYS} 的整数，当场办完写 0`)
    return Number(days)
  },
  write: String,
}
