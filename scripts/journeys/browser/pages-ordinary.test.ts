import { listAppPages } from '../support/app-pages'
import { testEveryPage } from '../support/every-page'
import { VIEWS } from '../support/views'

test('no page of the app is left out', () => {
  const seen = new Set(VIEWS.map(({ page }) => page))
  expect(listAppPages().filter((page) => !seen.has(page))).toEqual([])
})

testEveryPage('ordinary', 'public')
