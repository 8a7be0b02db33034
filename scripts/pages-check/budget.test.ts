import { medianRun, overBudget, PAGE_BUDGET, type PageScores, scriptsOverBudget } from './budget'

const good: PageScores = {
  ...{ page: 'home', performance: 90, accessibility: 100, bestPractices: 95, seo: 60 },
  ...{ largestPaintMs: 2400, blockedMs: 100, layoutShift: 0.02, scriptBytes: PAGE_BUDGET.scriptKB * 1024, faults: [] },
}

test('pages at the limits pass', () => {
  expect(overBudget([good, { ...good, page: 'item', scriptBytes: 1_000_000 }])).toEqual([])
})

test.each([
  [{ performance: 89 }, 'home: performance 89, less than 90'],
  [{ accessibility: 99 }, 'home: accessibility 99, less than 100'],
  [{ bestPractices: 94 }, 'home: bestPractices 94, less than 95'],
  [{ performance: Number.NaN }, 'home: performance NaN, less than 90'],
  [{ scriptBytes: 174_081 }, 'the first page loads 170.0 KB of compressed script, more than 170'],
])('%j does not', (fault, complaint) => {
  expect(overBudget([{ ...good, ...fault }])).toEqual([complaint])
})

test('nothing measured is nothing passed', () => {
  expect(overBudget([])).toEqual(['no page was measured'])
  expect(() => medianRun([])).toThrow('nothing was measured')
})

test('scripts are weighed by themselves, too', () => {
  expect(scriptsOverBudget(100 * 1024)).toEqual([])
  expect(scriptsOverBudget(100 * 1024, 99)).toHaveLength(1)
})

test('of several runs the middle one counts, of two the worse', () => {
  const runs = [97, 60, 92].map((performance) => ({ performance }))
  expect(medianRun(runs).performance).toBe(92)
  expect(medianRun(runs.slice(0, 2)).performance).toBe(60)
})
