import { PAGE_BUDGET, scriptsOverBudget } from '../../pages-check/budget'
import { prepareJourneys } from '../support/journey'
import type { Visitor } from '../support/visitor'

const journey = prepareJourneys()
const CATALOGUE = '/features/catalogue/pages'
const ITEM = 'id-card-reissue'

/** Bytes of all scripts that opening the page loads, as they come over the wire: what is not there is loaded, nothing is kept. */
async function scriptBytes({ page, open }: Visitor, address: string): Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return
    sizes.push(request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize))
  })
  await open(address)
  await page.waitForLoadState('networkidle')
  return (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0)
}

test.each([
  ['for somebody new', { agreed: false }],
  ['once the notice was read', {}],
])('the first page, %s, loads little script', async (_, options) => {
  const bytes = await scriptBytes(await journey.visit(options), '/')
  // Something was weighed at all: React alone is more than this.
  expect(bytes).toBeGreaterThan(40 * 1024)
  expect(scriptsOverBudget(bytes)).toEqual([])
})

test('a page that loads more is noticed', async () => {
  const visitor = await journey.visit()
  // It does not compress.
  const noise = Array.from({ length: PAGE_BUDGET.scriptKB * 1024 }, () => Math.floor(Math.random() * 36).toString(36)).join('')
  await visitor.page.route('**/js/app.*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${await response.text()}\n//${noise}` })
  })
  const bytes = await scriptBytes(visitor, '/')
  expect(scriptsOverBudget(bytes)).toEqual([expect.stringMatching(/^the first page loads \d+\.\d KB of compressed script/)])
})

const described = ({ page }: Visitor): Promise<string | null> => page.locator('meta[name="description"]').getAttribute('content')

test.each([
  ['/', /一件事一次办/],
  [`${CATALOGUE}/search/index?q=sfz`, /^找要办的事$/],
  [`${CATALOGUE}/item/index?id=${ITEM}`, /^居民身份证丢失补领$/],
  [`${CATALOGUE}/zones/index`, /专区/],
  [`${CATALOGUE}/zone/index?id=police`, /公安/],
  [`${CATALOGUE}/places/index?id=${ITEM}`, /地方/],
  [`${CATALOGUE}/departments/index`, /部门|事项/],
])('%s says in title, language and description what it is, and may be made larger', async (address, title) => {
  const visitor = await journey.visit()
  await visitor.open(address)
  await visitor.page.waitForFunction((source) => new RegExp(source).test(document.title), title.source)
  expect((await described(visitor))?.length).toBeGreaterThan(8)
  expect(await visitor.page.locator('html').getAttribute('lang')).toBe('zh-CN')
  expect(await visitor.page.locator('meta[name="viewport"]').getAttribute('content')).not.toMatch(/user-scalable|maximum-scale/)
})

test('the description of an item is its own, and goes when the person goes on', async () => {
  const visitor = await journey.visit()
  await visitor.open('/')
  const ofApp = await described(visitor)
  await visitor.open(`${CATALOGUE}/item/index?id=${ITEM}`)
  await visitor.page.getByText('受理后').first().waitFor()
  expect(await described(visitor)).not.toBe(ofApp)
  await visitor.page.getByRole('button', { name: '返回' }).click()
  await visitor.page.getByRole('navigation').waitFor()
  expect(await described(visitor)).toBe(ofApp)
})
