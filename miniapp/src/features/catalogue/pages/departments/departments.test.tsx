import { screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { summaries } from '../../testing/items'
import DepartmentPage from '../department/index'
import DepartmentsPage from './index'

test('the departments say how much each does, and lead to it', async () => {
  fakeBff.replies('GET /v1/item-departments', { items: [{ department: '公安', count: 32 }] })
  renderPage(<DepartmentsPage />)
  expect(await screen.findByText('32 件事')).toBeTruthy()
  press(/^公安/, 'link')
  expect(wentTo()).toBe(`/features/catalogue/pages/department/index?name=${encodeURIComponent('公安')}`)
})

test('a department has its items', async () => {
  fakeBff.replies('GET /v1/items', { items: summaries(3) })
  renderPage(<DepartmentPage />, { query: { name: '公安' } })
  expect(within(await screen.findByRole('list', { name: '公安的事' })).getAllByRole('link')).toHaveLength(3)
  expect(taroState.title).toBe('公安的事')
  expect(fakeBff.received('GET /v1/items')[0]?.endpoint).toContain(`department=${encodeURIComponent('公安')}`)
  press(/^事项0/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/item/index?id=item-0')
})

test.each([
  ['a cut link', '', 0],
  ['a department that is no more', '邮电', 1],
])('%s leads to the search', async (_, name, asked) => {
  fakeBff.replies('GET /v1/items', { items: [] })
  renderPage(<DepartmentPage />, { query: { name } })
  expect(await screen.findByText('没有找到这个部门的事')).toBeTruthy()
  expect(fakeBff.received('GET /v1/items')).toHaveLength(asked)
  press('找要办的事')
  expect(wentTo()).toBe('/features/catalogue/pages/search/index')
})

test('a dead network says so, and trying again works', async () => {
  fakeBff.isUnreachable('GET /v1/item-departments')
  renderPage(<DepartmentsPage />)
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  fakeBff.replies('GET /v1/item-departments', { items: [{ department: '公安', count: 32 }] })
  press('再试一次')
  expect(await screen.findByText('公安')).toBeTruthy()
})
