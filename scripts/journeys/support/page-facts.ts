import type { Page } from 'playwright-core'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface TextFact {
  readonly words: string
  /** One for each line. */
  readonly lines: readonly Box[]
  readonly fontSize: number
  readonly lineHeight: number
  readonly bold: boolean
  /** Red, green, blue, 0 to 255, as they come out on the background. */
  readonly color: readonly number[]
  readonly background: readonly number[]
  /** Something around it cuts a part off. */
  readonly clipped: boolean
  /** Stays in its place while the page scrolls. */
  readonly pinned: boolean
}

export interface TargetFact {
  readonly name: string
  readonly box: Box
  readonly pinned: boolean
}

/** What a page looks like, measured in the browser; page-checks.ts judges it. Lengths in px. */
export interface PageFacts {
  /** Of the window, as a screen reader says it when the page opens. */
  readonly title: string
  /** Those of level 1 that are shown. */
  readonly headings: readonly string[]
  readonly width: number
  /** More than `width` when something sticks out sideways. */
  readonly contentWidth: number
  readonly texts: readonly TextFact[]
  readonly targets: readonly TargetFact[]
}

/** Measures the page as it is shown now. As text: Playwright takes long to hand over large objects. */
export async function collectPageFacts(page: Page): Promise<PageFacts> {
  return JSON.parse(await page.evaluate<string>(`JSON.stringify((${String(measurePage)})())`)) as PageFacts
}

/** Runs in the page, so it may use nothing from outside. */
function measurePage(): PageFacts {
  const boxOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom })
  const ancestors = (element: Element): Element[] => {
    const all: Element[] = []
    for (let next: Element | null = element; next; next = next.parentElement) all.push(next)
    return all
  }
  const isPinned = (element: Element): boolean =>
    ancestors(element).some((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position))
  const channels = (color: string): number[] => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number)
    return [red, green, blue, alpha]
  }
  const over = ([red = 0, green = 0, blue = 0, alpha = 1]: number[], below: number[]): number[] =>
    [red, green, blue].map((part, index) => part * alpha + (below[index] ?? 255) * (1 - alpha))
  const backgroundOf = (element: Element): number[] =>
    ancestors(element)
      .map((one) => channels(getComputedStyle(one).backgroundColor))
      .reverse()
      .reduce((below, layer) => over(layer, below), [255, 255, 255])
  // What scrolls can be brought into view, so nothing further out cuts it off in that direction.
  const within = (element: Element, direction: 'overflowX' | 'overflowY'): Element[] => {
    const all = ancestors(element)
    const scrolling = all.findIndex((one) => ['auto', 'scroll'].includes(getComputedStyle(one)[direction]))
    return scrolling === -1 ? all : all.slice(0, scrolling)
  }
  const isCut = (element: Element, lines: readonly Box[]): boolean => {
    const cutsAcross = within(element, 'overflowX').some((one) => {
      const box = one.getBoundingClientRect()
      return (
        getComputedStyle(one).overflowX !== 'visible' &&
        lines.some(({ left, right }) => right > box.right + 1 || left < box.left - 1)
      )
    })
    const cutsDown = within(element, 'overflowY').some((one) => {
      const box = one.getBoundingClientRect()
      return (
        getComputedStyle(one).overflowY !== 'visible' &&
        lines.some(({ top, bottom }) => bottom > box.bottom + 1 || top < box.top - 1)
      )
    })
    return cutsAcross || cutsDown
  }
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest('[aria-hidden="true"]') === null
  const describe = (element: Element, words: string, lines: Box[]): TextFact => {
    const style = getComputedStyle(element)
    const background = backgroundOf(element)
    const fontSize = Number.parseFloat(style.fontSize)
    return {
      words,
      lines,
      fontSize,
      lineHeight: style.lineHeight === 'normal' ? fontSize * 1.2 : Number.parseFloat(style.lineHeight),
      bold: Number(style.fontWeight) >= 700,
      color: over(channels(style.color), background),
      background,
      clipped: isCut(element, lines),
      pinned: isPinned(element),
    }
  }
  const texts: TextFact[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const words = (walker.currentNode.textContent ?? '').trim()
    const parent = walker.currentNode.parentElement
    if (words === '' || parent === null || parent.closest('script, style, noscript, svg') || !isSeen(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(walker.currentNode)
    const lines = [...range.getClientRects()].map(boxOf).filter(({ left, right }) => right - left > 1)
    if (lines.length > 0) texts.push(describe(parent, words, lines))
  }
  for (const input of document.querySelectorAll('input')) {
    if (isSeen(input)) texts.push(describe(input, input.value || '（空）', [boxOf(input.getBoundingClientRect())]))
  }
  const controls =
    'a[href], button, input, [tabindex="0"], [role=button], [role=link], [role=checkbox], [role=switch], [role=radio], [role=gridcell][tabindex]'
  const targets = [...document.querySelectorAll(controls)]
    .filter((element) => isSeen(element) && element.getClientRects().length > 0)
    .map((element) => ({
      name: element.getAttribute('aria-label') ?? (element instanceof HTMLElement ? element.innerText.trim() : ''),
      box: boxOf(element.getBoundingClientRect()),
      pinned: isPinned(element),
    }))
  const scrolling = [document.documentElement, ...document.querySelectorAll('.taro_page')].filter((one) => one.checkVisibility())
  const headings = [...document.querySelectorAll<HTMLElement>('h1, [role=heading][aria-level="1"]')].filter(isSeen)
  return {
    title: document.title,
    headings: headings.map((heading) => heading.innerText.trim()),
    width: innerWidth,
    contentWidth: Math.max(...scrolling.map((one) => one.scrollWidth - one.clientWidth + innerWidth)),
    texts,
    targets,
  }
}
