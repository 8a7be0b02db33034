import { screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { queryClient } from '../../../../platform/query-client'
import { aSummary, aZone, summaries } from '../../testing/items'
import ZonePage from '../zone/index'
import ZonesPage from './index'

const { id, name, summary } = aZone()

test('each zone says what can be done there; everything else is by department', async () => {
  fakeBff.replies('GET /v1/zones', { items: [{ id, name, summary }] })
  renderPage(<ZonesPage />)
  expect(await screen.findByText('老人的补贴、养老金、照料和优待。')).toBeTruthy()
  press(/^养老专区/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/zone/index?id=elderly')
  press(/^全部事项/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/departments/index')
})

test('a zone has its items, and says what is not done here', async () => {
  fakeBff.replies('GET /v1/zones/:id', aZone())
  renderPage(<ZonePage />, { query: { id } })
  expect(await screen.findByRole('heading', { level: 1, name: '养老专区' })).toBeTruthy()
  expect(taroState.title).toBe('养老专区')
  const elsewhere = within(screen.getByRole('list', { name: '这些不在这里办' }))
  expect(elsewhere.getByRole('listitem').textContent).toBe('养老院的床位床位由养老机构自己安排。')
  expect(elsewhere.queryByRole('link')).toBeNull()
  press(/^高龄津贴申领/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/item/index?id=elder-allowance')
})

test('a zone with many items shows twenty at a time; one that points to nothing has no such part', async () => {
  fakeBff.replies('GET /v1/zones/:id', aZone({ items: summaries(42), elsewhere: [] }))
  renderPage(<ZonePage />, { query: { id } })
  await screen.findByText('事项0')
  expect(screen.queryByText('这些不在这里办')).toBeNull()
  press('再看 20 件')
  press('再看 2 件')
  expect(screen.getAllByRole('link', { name: /^事项/ })).toHaveLength(42)
})

test('an item that can be done from the phone, or on Saturdays, has the sign', async () => {
  const items = [aSummary({ id: 'a', name: '甲', online: true }), aSummary({ id: 'b', name: '乙', extraDays: true })]
  fakeBff.replies('GET /v1/zones/:id', aZone({ items }))
  renderPage(<ZonePage />, { query: { id } })
  expect((await screen.findByRole('link', { name: /^甲/ })).textContent).toContain('手机能办')
  expect(screen.getByRole('link', { name: /^乙/ }).textContent).toContain('周六也办')
})

test.each([
  ['a cut link', ''],
  ['a zone that is no more', 'gone'],
])('%s leads to all zones', async (_, asked) => {
  fakeBff.refuses('GET /v1/zones/:id', 'not_found')
  renderPage(<ZonePage />, { query: { id: asked } })
  expect(await screen.findByText('没有找到这个专区')).toBeTruthy()
  press('看全部专区')
  expect(wentTo()).toBe('/features/catalogue/pages/zones/index')
})

test('without a network the last copy is shown; without a copy it is said', async () => {
  fakeBff.isUnreachable('GET /v1/zones')
  const { unmount } = renderPage(<ZonesPage />)
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  fakeBff.replies('GET /v1/zones', { items: [{ id, name, summary }] })
  press('再试一次')
  await screen.findByText(name)
  unmount()
  queryClient.clear()
  fakeBff.isUnreachable('GET /v1/zones')
  renderPage(<ZonesPage />)
  expect(screen.getByText(name)).toBeTruthy()
})
