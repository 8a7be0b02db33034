import { screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aView, verified } from '../../testing/licences'
import LicenceViewsPage from './index'

const VIEWS = 'GET /v1/licence-views'
const EXPORT = 'GET /v1/licence-views/export'
const open = () => renderPage(<LicenceViewsPage />, { signedIn: verified })
const rows = () => within(screen.getByRole('list', { name: '查看记录，新的在前' })).getAllByRole('listitem')

test('what was seen, when, where and why, page by page', async () => {
  fakeBff.replies(VIEWS, { items: [aView()], next: 'c2' })
  open()
  expect((await screen.findByRole('listitem')).textContent).toBe(
    '对方查验了：居民身份证11月21日 周六 上午9:00看到的内容：姓名、已满 18 岁在哪里：茶陵县政务服务中心为什么：办理入住',
  )
  const older = aView({ id: 'older', kind: 'presented', place: null, purpose: null })
  fakeBff.replies(VIEWS, { items: [older], next: null })
  press('看更早的')
  expect(await screen.findByText('没有更早的记录了')).toBeTruthy()
  expect(rows()).toHaveLength(2)
  expect(rows()[1]?.textContent).toContain('您出示了：居民身份证')
  expect(fakeBff.received(VIEWS).at(-1)?.endpoint).toContain('cursor=c2')
})

test('what somebody showed for the holder says who it was', async () => {
  const byVolunteer = aView({ kind: 'presented', by: { kind: 'volunteer', name: '刘*强' }, place: null, purpose: null })
  const byFamily = aView({ ...byVolunteer, id: 'family', by: { kind: 'family', name: null } })
  fakeBff.replies(VIEWS, { items: [byVolunteer, byFamily], next: null })
  open()
  await screen.findByText('由志愿者刘*强出示：居民身份证')
  expect(rows()[0]?.textContent).toContain('出示的内容：姓名、已满 18 岁')
  expect(rows()[1]?.textContent).toContain('由家人出示：居民身份证')
})

test('what somebody opened with a mandate says who, what and from where', async () => {
  const by = { kind: 'volunteer', name: '刘*强' } as const
  const opened = aView({ kind: 'volunteer_view', by, place: '下东街道便民服务中心', purpose: null })
  const byFamily = aView({ id: 'family', kind: 'family_view', by: { kind: 'family', name: '李*红' }, place: null, purpose: null })
  fakeBff.replies(VIEWS, { items: [opened, byFamily], next: null })
  open()
  await screen.findByText('志愿者刘*强看了：居民身份证')
  expect(rows()[0]?.textContent).toContain('看到的内容：姓名、已满 18 岁在哪里：下东街道便民服务中心')
  expect(rows()[1]?.textContent).toContain('家人李*红看了：居民身份证')
})

test('nobody has looked: says so', async () => {
  fakeBff.replies(VIEWS, { items: [], next: null })
  open()
  expect(await screen.findByText('还没有人看过您的证照')).toBeTruthy()
})

test('the whole log is fetched by one tap and saved as a table by another', async () => {
  const files: Blob[] = []
  URL.createObjectURL = (file) => {
    files.push(file as Blob)
    return 'blob:1'
  }
  URL.revokeObjectURL = () => undefined
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  fakeBff.replies(VIEWS, { items: [aView()], next: null })
  open()
  await screen.findByRole('listitem')
  expect(fakeBff.received(EXPORT)).toHaveLength(0)
  fakeBff.isUnreachable(EXPORT)
  press('导出全部记录')
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  fakeBff.replies(EXPORT, { items: [aView()] })
  press('导出全部记录')
  expect(await screen.findByText('记录已取出，请保存')).toBeTruthy()
  press('保存文件')
  expect(await screen.findByText('已保存')).toBeTruthy()
  expect(files.map(({ type }) => type)).toEqual(['text/csv;charset=utf-8'])
  jest.restoreAllMocks()
})

test('a double tap saves one file', async () => {
  const save = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  URL.createObjectURL = () => 'blob:1'
  URL.revokeObjectURL = () => undefined
  fakeBff.replies(VIEWS, { items: [aView()], next: null })
  fakeBff.replies(EXPORT, { items: [aView()] })
  open()
  await screen.findByRole('listitem')
  press('导出全部记录')
  await screen.findByText('记录已取出，请保存')
  press('保存文件')
  press('保存文件')
  expect(await screen.findByText('已保存')).toBeTruthy()
  expect(save).toHaveBeenCalledTimes(1)
  jest.restoreAllMocks()
})

test('a failure is said, with a way to try again', async () => {
  fakeBff.isUnreachable(VIEWS)
  open()
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  fakeBff.replies(VIEWS, { items: [aView()], next: null })
  press('再试一次')
  expect(await screen.findByRole('listitem')).toBeTruthy()
})
