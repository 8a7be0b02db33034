import { screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { anOffice } from '../../testing/items'
import { placesWithMachines } from '../../testing/places'
import MachinesPage from '../machines/index'
import PlacePage from '../place/index'
import PlacesPage from '../places/index'
import SelfServicePage from './index'

const links = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('link')
    .map((link) => link.textContent)
const AREAS = '24 小时自助服务区'

beforeEach(() => {
  fakeBff.replies('GET /v1/offices', { items: placesWithMachines() })
})

/** What the browser says of where it is; null: the person refused. */
function browserIsAt(position: { latitude: number; longitude: number } | null): void {
  const getCurrentPosition = (found: PositionCallback, refused: PositionErrorCallback) => {
    if (position) found({ coords: position } as GeolocationPosition)
    else refused({ code: 1 } as GeolocationPositionError)
  }
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition } })
}

test('the areas stand with the hall first, then by name, each with where it is, its machines and whether it is open at night', async () => {
  renderPage(<SelfServicePage />)
  await screen.findByRole('list', { name: AREAS })
  const [hall, ...others] = links(AREAS)
  expect(hall).toMatch(/^茶陵县政务服务中心大厅一楼西侧有社保医保自助机、综合自助机.*24 小时$/)
  expect(others.map((words) => words.slice(0, 3))).toEqual(['湖口镇', '秩堂镇'])
  expect(others[1]).not.toContain('24 小时')
  expect(screen.getByText(/^自助服务区的位置、时间和机器是演示数据/)).toBeTruthy()
  press(/^秩堂镇/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/machines/index?office=zhitang')
})

test('the nearest is first once the person allows it, and how far each is is said', async () => {
  browserIsAt({ latitude: 26.9, longitude: 113.8 })
  renderPage(<SelfServicePage />)
  await screen.findByRole('list', { name: AREAS })
  press('近的排在前面')
  expect(await screen.findByText('已把近的排在前面')).toBeTruthy()
  expect(links(AREAS)[0]).toMatch(/^秩堂镇便民服务中心约 100 米/)
  expect(links(AREAS)[2]).toMatch(/^湖口镇便民服务中心约 \d+\.\d 公里/)
})

test('where the position is refused it is said, the list stays, and one can try again', async () => {
  browserIsAt(null)
  renderPage(<SelfServicePage />)
  await screen.findByRole('list', { name: AREAS })
  press('近的排在前面')
  expect(await screen.findByText('没有拿到您的位置，先按原来的顺序排。')).toBeTruthy()
  expect(links(AREAS)).toHaveLength(3)
  browserIsAt({ latitude: 26.6, longitude: 113.5 })
  press('近的排在前面')
  expect(await screen.findByText('已把近的排在前面')).toBeTruthy()
  expect(links(AREAS)[0]).toMatch(/^湖口镇/)
})

test('a county without machines says so', async () => {
  fakeBff.replies('GET /v1/offices', { items: [anOffice()] })
  renderPage(<SelfServicePage />)
  expect(await screen.findByText(/^县里还没有自助服务区/)).toBeTruthy()
})

test('each machine says what it does and what to bring; there is a map and somebody to call', async () => {
  renderPage(<MachinesPage />, { query: { office: 'hall' } })
  expect(await screen.findByRole('heading', { level: 1, name: '茶陵县政务服务中心的自助机' })).toBeTruthy()
  expect(screen.getByText('24 小时都能用，节假日也能用')).toBeTruthy()
  expect(screen.getByText('茶陵县示例路 1 号（示例地址），大厅一楼西侧')).toBeTruthy()
  const does = within(screen.getByRole('list', { name: '社保医保自助机能办什么' })).getAllByRole('listitem')
  expect(does.map(({ textContent }) => textContent)).toEqual(['· 打印社保参保证明', '· 办异地就医备案'])
  expect(screen.getByText('要带：身份证或社保卡')).toBeTruthy()
  expect(screen.getByText('什么都不用带。')).toBeTruthy()
  const opened = jest.spyOn(window, 'open').mockImplementation(() => null)
  press('看地图')
  expect(opened).toHaveBeenCalledWith(expect.stringContaining('position=113.54,26.78'), '_blank', 'noopener')
  press('打电话：0731-1')
  expect(taroState.calls).toEqual(['0731-1'])
})

test('machines that rest at night say when they do not', async () => {
  renderPage(<MachinesPage />, { query: { office: 'zhitang' } })
  expect(await screen.findByText('每天 7:00–22:00')).toBeTruthy()
})

test.each(['xiadong', 'nowhere', ''])('the machines of “%s”, which has none, lead to those that are there', async (office) => {
  renderPage(<MachinesPage />, { query: { office } })
  expect(await screen.findByText('没有找到这个地方')).toBeTruthy()
  press('看全部自助服务区')
  expect(wentTo()).toBe('/features/catalogue/pages/self-service/index')
})

test('the list of all places has the door to the machines above, and says where some are', async () => {
  renderPage(<PlacesPage />)
  await screen.findByRole('list', { name: '办事网点' })
  const [hall, township] = links('办事网点')
  expect(hall).toMatch(/^茶陵县政务服务中心.*有自助机$/)
  expect(township).toMatch(/^下东街道便民服务中心/)
  expect(township).not.toContain('有自助机')
  press(/^24 小时自助服务区/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/self-service/index')
  press(/^茶陵县政务服务中心/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/place/index?office=hall')
})

test('a place for itself has its address, hours, telephone, and the way to its machines', async () => {
  renderPage(<PlacePage />, { query: { office: 'hall' } })
  expect(await screen.findByRole('heading', { level: 1, name: '茶陵县政务服务中心' })).toBeTruthy()
  expect(screen.getByText('工作日 9:00–12:00、13:00–17:00')).toBeTruthy()
  expect(fakeBff.received('GET /v1/slots')).toHaveLength(0)
  press('看这里的自助机能办什么')
  expect(wentTo()).toBe('/features/catalogue/pages/machines/index?office=hall')
})

test('a place that is no more leads to all places', async () => {
  renderPage(<PlacePage />, { query: { office: 'nowhere' } })
  expect(await screen.findByText('没有找到这个地方')).toBeTruthy()
  press('看全部网点')
  expect(wentTo()).toBe('/features/catalogue/pages/places/index')
})
