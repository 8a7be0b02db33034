/**
 * Text in the fewest bytes that need no large table: a Chinese character takes two bytes where UTF-8 takes three. ASCII is itself;
 * U+2000 to U+9FFF, exactly 2¹⁵ code points, is two bytes whose first bit is set; full-width forms (（）：) are FULL_WIDTH and a
 * byte; a run of digits as in numbers and dates is DIGITS and half a byte each; anything else is OTHER and three bytes. Each text
 * has one spelling, so an altered byte is never the same text.
 */
const OTHER = 0x01
const FULL_WIDTH = 0x02
const DIGITS = 0x03
const FULL_WIDTH_FIRST = 0xff00
const TWO_BYTES_FIRST = 0x2000
const TWO_BYTES_LAST = 0x9fff
/** By half byte; 15 ends the run. */
const DIGIT_LETTERS = '0123456789-X.:/'
const RUN_END = 15
/** Shorter runs are as short in ASCII. */
const RUNS = /([-0-9X.:/]{6,})/

const isAscii = (point: number): boolean => point >= 0x20 && point < 0x7f
const isTwoBytes = (point: number): boolean => point >= TWO_BYTES_FIRST && point <= TWO_BYTES_LAST
const isFullWidth = (point: number): boolean => point >= FULL_WIDTH_FIRST && point <= 0xffef
const isSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdfff
/** Neither a control character, nor half of a pair, nor one of the shorter forms. */
const isOther = (point: number): boolean =>
  point >= 0xa0 && point <= 0x10ffff && !isSurrogate(point) && !isTwoBytes(point) && !isFullWidth(point)

function bytesOf(point: number): readonly number[] {
  if (isAscii(point)) return [point]
  if (isTwoBytes(point)) return [0x80 | ((point - TWO_BYTES_FIRST) >> 8), (point - TWO_BYTES_FIRST) & 255]
  if (isFullWidth(point)) return [FULL_WIDTH, point - FULL_WIDTH_FIRST]
  if (isOther(point)) return [OTHER, point >> 16, (point >> 8) & 255, point & 255]
  throw new RangeError('a control character or half a character cannot be written')
}

function bytesOfRun(run: string): readonly number[] {
  const halves = [...Array.from(run, (letter) => DIGIT_LETTERS.indexOf(letter)), RUN_END, RUN_END]
  const pairs = Math.floor(halves.length / 2)
  return [DIGITS, ...Array.from({ length: pairs }, (_, i) => ((halves[2 * i] ?? 0) << 4) | (halves[2 * i + 1] ?? 0))]
}

/** Throws RangeError for control characters and lone surrogates, which no licence holds. */
export function encodeText(text: string): Uint8Array {
  // Every second part is a run, which the expression captures.
  const parts = text.split(RUNS).map((part, i) => (i % 2 === 1 ? bytesOfRun(part) : [...part].flatMap(bytesOfLetter)))
  return Uint8Array.from(parts.flat())
}

const bytesOfLetter = (letter: string): readonly number[] => bytesOf(letter.codePointAt(0) ?? 0)

/** Null for anything that `encodeText` would not have written. */
export function decodeText(bytes: Uint8Array): string | null {
  let text = ''
  const runs: string[] = []
  for (let at = 0; at < bytes.length;) {
    const isRun = bytes[at] === DIGITS
    const [piece, width] = isRun ? runAt(bytes, at) : letterAt(bytes, at)
    if (piece === null || at + width > bytes.length) return null
    if (isRun) runs.push(piece)
    text += piece
    at += width
  }
  return areAllRuns(runs, text) ? text : null
}

function letterAt(bytes: Uint8Array, at: number): readonly [letter: string | null, width: number] {
  const byte = (offset: number): number => bytes[at + offset] ?? 0
  const first = byte(0)
  if (first >= 0x80) return [String.fromCharCode(TWO_BYTES_FIRST + ((first & 0x7f) << 8) + byte(1)), 2]
  if (isAscii(first)) return [String.fromCharCode(first), 1]
  if (first === FULL_WIDTH && isFullWidth(FULL_WIDTH_FIRST + byte(1))) return [String.fromCharCode(FULL_WIDTH_FIRST + byte(1)), 2]
  const point = (byte(1) << 16) | (byte(2) << 8) | byte(3)
  return [first === OTHER && isOther(point) ? String.fromCodePoint(point) : null, 4]
}

function runAt(bytes: Uint8Array, at: number): readonly [run: string | null, width: number] {
  let run = ''
  for (let width = 1; at + width < bytes.length; width++) {
    const byte = bytes[at + width] ?? 0
    const [high, low] = [byte >> 4, byte & 15]
    run += DIGIT_LETTERS.charAt(high) + DIGIT_LETTERS.charAt(low)
    if (low === RUN_END) return [run, width + 1]
    if (high === RUN_END) return [null, 0]
  }
  return [null, 0]
}

/** Whether these are the runs of the text, whole and none left out. */
function areAllRuns(runs: readonly string[], text: string): boolean {
  const [, first] = text.split(RUNS, 2)
  if (first === undefined || runs.length === 0) return first === undefined && runs.length === 0
  return (
    text
      .split(RUNS)
      .filter((_, i) => i % 2 === 1)
      .join() === runs.join()
  )
}
