import type { Box, PageFacts, TextFact } from './page-facts'

/** What a mode promises (interface design, "Rules that are checked"); px. */
export interface Promises {
  readonly text: number
  /** Contrast of text, and of large text: 24 px, or 18 px bold. */
  readonly contrast: number
  readonly largeContrast: number
  readonly target: number
  readonly readAloud: boolean
}

export const ORDINARY: Promises = { text: 16, contrast: 4.5, largeContrast: 3, target: 44, readAloud: false }
export const ELDER: Promises = { text: 18, contrast: 7, largeContrast: 7, target: 60, readAloud: true }

const LINE_HEIGHT = 1.5
const APART = 8
/** Browsers round; half a pixel is nothing anybody sees. */
const ROUNDING = 0.5

const width = ({ left, right }: Box): number => right - left
const height = ({ top, bottom }: Box): number => bottom - top
const overlap = (one: Box, other: Box): readonly [across: number, down: number] => [
  Math.min(one.right, other.right) - Math.max(one.left, other.left),
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
]
const holds = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function contrast(one: readonly number[], other: readonly number[]): number {
  const luminance = (color: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = color.map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Every pair once. */
function* pairs<T>(all: readonly T[]): Generator<readonly [T, T]> {
  for (const [index, one] of all.entries()) for (const other of all.slice(index + 1)) yield [one, other]
}

function checkText(
  { words, fontSize, lineHeight, bold, color, background, clipped, lines }: TextFact,
  promised: Promises,
): string[] {
  const faults: string[] = []
  if (fontSize < promised.text - ROUNDING) faults.push(`is ${fontSize} px small, not ${promised.text}`)
  if (lineHeight / fontSize < LINE_HEIGHT - 0.01) faults.push(`has a line height of ${(lineHeight / fontSize).toFixed(2)}`)
  const needed = fontSize >= 24 || (bold && fontSize >= 18) ? promised.largeContrast : promised.contrast
  const has = contrast(color, background)
  if (has < needed) faults.push(`has a contrast of ${has.toFixed(2)}, not ${needed}`)
  if (clipped) faults.push('is cut off')
  // A column of one or two characters is no reading any more.
  if (words.length > 6 && lines.length > words.length / 2.5) faults.push(`is squeezed into ${lines.length} lines`)
  return faults.map((fault) => `text “${words.slice(0, 20)}” ${fault}`)
}

function checkTargets({ targets }: PageFacts, promised: Promises): string[] {
  const small = targets
    .filter(({ box }) => width(box) < promised.target - ROUNDING || height(box) < promised.target - ROUNDING)
    .map(
      ({ name, box }) => `control “${name}” is ${width(box).toFixed(0)} × ${height(box).toFixed(0)} px, not ${promised.target}`,
    )
  const close = [...pairs(targets)]
    .filter(([one, other]) => one.pinned === other.pinned && !holds(one.box, other.box) && !holds(other.box, one.box))
    .filter(([one, other]) => isClose(one.box, other.box))
    .map(([one, other]) => `controls “${one.name}” and “${other.name}” are less than ${APART} px apart`)
  return [...small, ...close]
}

function isClose(one: Box, other: Box): boolean {
  const [across, down] = overlap(one, other)
  return -across < APART - ROUNDING && -down < APART - ROUNDING
}

function checkLayout({ width: screen, contentWidth, texts, targets }: PageFacts): string[] {
  const sideways = contentWidth > screen + 1 ? [`the page is ${contentWidth} px wide on a screen of ${screen}`] : []
  const isOutside = ({ left, right }: Box): boolean => left < -1 || right > screen + 1
  const outside = [
    ...texts.filter(({ lines }) => lines.some(isOutside)).map(({ words }) => words),
    ...targets.filter(({ box }) => isOutside(box)).map(({ name }) => name),
  ].map((what) => `“${what.slice(0, 20)}” reaches out of the screen`)
  const covers = (one: TextFact, other: TextFact): boolean =>
    one.pinned === other.pinned &&
    one.lines.some((line) => other.lines.some((next) => overlap(line, next).every((part) => part > 2)))
  const covering = [...pairs(texts)]
    .filter(([one, other]) => covers(one, other))
    .map(([one, other]) => `texts “${one.words.slice(0, 20)}” and “${other.words.slice(0, 20)}” lie upon each other`)
  return [...sideways, ...outside, ...covering]
}

/** A person is never further away than the telephone on the page; in elder mode each page can be read aloud. */
function checkHelp({ targets }: PageFacts, { readAloud }: Promises): string[] {
  const has = (words: RegExp): boolean => targets.some(({ name }) => words.test(name))
  return [
    ...(has(/^打电话/) ? [] : ['there is no telephone on the page']),
    ...(!readAloud || has(/^(朗读本页|停止朗读)$/) ? [] : ['the page cannot be read aloud']),
  ]
}

/** A page is known by one heading, which is the title of the window, too. */
function checkTitle({ title, headings }: PageFacts): string[] {
  const [heading, ...more] = headings
  if (heading === undefined) return ['the page has no heading']
  return [
    ...(more.length > 0 ? [`the page has ${more.length + 1} headings: ${headings.join('、')}`] : []),
    ...(title === heading ? [] : [`the window is called “${title}”, the page “${heading}”`]),
  ]
}

/** Everything on the page that breaks a promise, in words; empty when all is well. */
export function checkPage(facts: PageFacts, promised: Promises): string[] {
  return [
    ...facts.texts.flatMap((text) => checkText(text, promised)),
    ...checkTargets(facts, promised),
    ...checkLayout(facts),
    ...checkHelp(facts, promised),
    ...checkTitle(facts),
  ]
}
