import { screen, waitFor, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { queryClient } from '../../../../platform/query-client'
import { aGroup, anOffice, aTownship, aVaccine, countyAnswers, hasAnswered, verified, visitList } from '../../testing/visits'
import OfficePage from '../office/index'
import StartPage from './index'

const links = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('link')
    .map((link) => link.textContent)

function phoneIsAt(position: { latitude: number; longitude: number } | null): void {
  const getCurrentPosition = (found: (at: { coords: unknown }) => void, refused: (why: unknown) => void) => {
    if (position === null) refused(new Error('denied'))
    else found({ coords: position })
  }
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition } })
}

beforeEach(() => {
  countyAnswers()
})

test('what can be booked is listed by department, vaccines apart, and Saturdays are said first', async () => {
  countyAnswers([aVaccine(), aGroup(), aGroup({ id: 'exit-entry', name: '护照', extraDayItems: [] })])
  renderPage(<StartPage />)
  expect(await screen.findByText('每周六 9 点到 16 点，办一部分事。')).toBeTruthy()
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(['公安', '接种疫苗'])
  expect(links('公安')[0]).toContain('周六也能办')
  expect(links('公安')[0]).toContain('要带：身份证或户口簿')
  expect(links('公安')[1]).not.toContain('周六也能办')
})

test('choosing a thing leads to where, and the choice outlives the app', async () => {
  renderPage(<StartPage />).unmount()
  renderPage(<StartPage />)
  await screen.findByText('户籍和身份证')
  press(/户籍和身份证/, 'link')
  expect(wentTo()).toBe('/features/appointments/pages/office/index')
  expect(taroState.storage.get('one-visit:draft:booking')).toMatchObject({ values: { itemGroup: 'household', office: '' } })
})

test('a pause is said before people choose', async () => {
  fakeBff.replies(
    'GET /v1/appointments',
    visitList({ pausedUntil: '2026-11-25T01:00:00.000Z', pauseReason: '30 天内取消了 3 次。' }),
  )
  renderPage(<StartPage />, { signedIn: verified })
  expect(await screen.findByText('11月25日 周三 上午9:00 以前，不能在手机上预约')).toBeTruthy()
  expect(screen.getByText('30 天内取消了 3 次。')).toBeTruthy()
  expect(screen.getByText('您可以直接到大厅取号办理，不受影响。')).toBeTruthy()
})

test('a dead network says so, and trying again works', async () => {
  fakeBff.isUnreachable('GET /v1/item-groups')
  renderPage(<StartPage />)
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  countyAnswers()
  press('再试一次')
  expect(await screen.findByText('户籍和身份证')).toBeTruthy()
})

test('without a network the last list is shown', async () => {
  const { unmount } = renderPage(<StartPage />)
  await screen.findByText('户籍和身份证')
  unmount()
  queryClient.clear()
  fakeBff.isUnreachable('GET /v1/item-groups')
  renderPage(<StartPage />)
  expect(screen.getByText('户籍和身份证')).toBeTruthy()
})

test('the hall comes first, accessible places are marked in words, and made-up content is named', async () => {
  countyAnswers([aGroup()], [aTownship(), anOffice()])
  hasAnswered('booking', { office: '' })
  renderPage(<OfficePage />)
  await screen.findByText('茶陵县政务服务中心')
  const [hall, township] = links('能办“户籍和身份证”的地方')
  expect(hall).toContain('茶陵县政务服务中心')
  expect(hall).toContain('方便轮椅')
  expect(hall).toContain('门口没有台阶、有电梯')
  expect(hall).toContain('示例')
  expect(township).not.toContain('方便轮椅')
})

test('with leave the nearest comes first, reckoned on the phone alone', async () => {
  phoneIsAt({ latitude: 26.9, longitude: 113.601 })
  hasAnswered('booking', { office: '' })
  renderPage(<OfficePage />)
  await screen.findByText('茶陵县政务服务中心')
  press('近的排在前面')
  expect(await screen.findByText('已把近的排在前面')).toBeTruthy()
  const [first] = links('能办“户籍和身份证”的地方')
  expect(first).toContain('下东街道便民服务中心')
  expect(first).toContain('约 100 米')
  expect(JSON.stringify([...taroState.storage])).not.toContain('113.601')
})

test('a refused position changes nothing and says how to allow it', async () => {
  phoneIsAt(null)
  hasAnswered('booking', { office: '' })
  renderPage(<OfficePage />)
  await screen.findByText('茶陵县政务服务中心')
  press('近的排在前面')
  expect(await screen.findByText('没有拿到您的位置，先按原来的顺序排。')).toBeTruthy()
  expect(links('能办“户籍和身份证”的地方')[0]).toContain('茶陵县政务服务中心')
  press(/下东街道/, 'link')
  await waitFor(() => {
    expect(wentTo()).toBe('/features/appointments/pages/day/index')
  })
})

test('a place that nobody can book at is no dead end', async () => {
  countyAnswers([aGroup()], [anOffice({ itemGroups: [] })])
  hasAnswered('booking', { office: '' })
  renderPage(<OfficePage />)
  expect(await screen.findByText('现在没有可以预约的地方')).toBeTruthy()
  press('换一件事')
  expect(wentTo()).toBe('/features/appointments/pages/start/index')
})

test('a question without the one before leads to the beginning', () => {
  renderPage(<OfficePage />)
  press('从头开始选')
  expect(wentTo()).toBe('/features/appointments/pages/start/index')
})

test('what to book may come from the page of an item; an office that was chosen for something else goes', async () => {
  hasAnswered('booking', { itemGroup: 'vehicle', office: 'xiadong' })
  renderPage(<OfficePage />, { query: { itemGroup: 'household' } })
  expect(await screen.findByRole('list', { name: '能办“户籍和身份证”的地方' })).toBeTruthy()
  expect(taroState.storage.get('one-visit:draft:booking')).toMatchObject({
    values: { itemGroup: 'household', office: '', slotId: '' },
  })
})
