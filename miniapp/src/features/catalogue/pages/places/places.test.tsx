import { screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { anItem, countyAnswers } from '../../testing/items'
import PlacePage from '../place/index'
import PlacesPage from './index'

const NAME = '居民身份证丢失补领'

beforeEach(() => {
  countyAnswers()
})

test('every place that does it, the hall first, each one tap from its page', async () => {
  countyAnswers(anItem({ extraDays: true }))
  renderPage(<PlacesPage />, { query: { id: 'id-card-reissue' } })
  const [hall, township] = within(await screen.findByRole('list', { name: `能办“${NAME}”的地方` })).getAllByRole('link')
  expect(hall?.textContent).toMatch(/^茶陵县政务服务中心.*周六也办/)
  expect(township?.textContent).not.toContain('周六也办')
  press(/^下东街道/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/place/index?id=id-card-reissue&office=xiadong')
})

test('a place has its address, hours, free times, telephone, and books here', async () => {
  renderPage(<PlacePage />, { query: { id: 'id-card-reissue', office: 'xiadong' } })
  expect(await screen.findByRole('heading', { level: 1, name: NAME })).toBeTruthy()
  expect(screen.getByText('下东街道便民服务中心')).toBeTruthy()
  expect(await screen.findByText('今天还有 5 个名额，最早 上午10:20')).toBeTruthy()
  expect(fakeBff.received('GET /v1/slots')[0]?.endpoint).toContain('office=xiadong&itemGroup=household&date=')
  press('打电话：0731-2')
  expect(taroState.calls).toEqual(['0731-2'])
  press('预约到下东街道便民服务中心', 'link')
  expect(wentTo()).toBe('/features/appointments/pages/day/index?itemGroup=household&office=xiadong')
})

test('a place that does not do it, or is no more, leads back to the item', async () => {
  renderPage(<PlacePage />, { query: { id: 'id-card-reissue', office: 'nowhere' } })
  expect(await screen.findByText('没有找到这个地方')).toBeTruthy()
  press('看这件事')
  expect(wentTo()).toBe('/features/catalogue/pages/item/index?id=id-card-reissue')
})

test.each([
  ['places', <PlacesPage key="places" />],
  ['place', <PlacePage key="place" />],
])('a cut link to %s leads to the search', async (_, page) => {
  renderPage(page, { query: { id: '' } })
  expect(await screen.findByText('没有找到这件事')).toBeTruthy()
  expect(fakeBff.received('GET /v1/items/:id')).toHaveLength(0)
})

test('a dead network says so, and trying again works', async () => {
  fakeBff.isUnreachable('GET /v1/offices')
  renderPage(<PlacesPage />, { query: { id: 'id-card-reissue' } })
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  countyAnswers()
  press('再试一次')
  expect(await screen.findByText('茶陵县政务服务中心')).toBeTruthy()
})
