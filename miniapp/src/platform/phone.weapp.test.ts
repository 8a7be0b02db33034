import { taroState } from '../../test/taro'
import { findPosition, openMap } from './location'
import { addToCalendar } from './phone-calendar'

// The target is a constant of the build; everything else is as in WeChat's package.
jest.mock('./target', () => ({ IS_WEAPP: true, IS_BROWSER: false }))

test("an entry goes into the phone's calendar, in seconds, with its reminder", async () => {
  const entry = {
    uid: 'd1',
    beginsAt: Date.parse('2026-11-23T09:00:00+08:00'),
    endsAt: Date.parse('2026-11-23T09:20:00+08:00'),
    title: '预约：户籍和身份证',
    place: '茶陵县政务服务中心',
    notes: '预约号 1121 482 905',
    remindMinutes: 120,
  }
  expect(await addToCalendar(entry)).toBe(true)
  expect(taroState.handedOver).toEqual([
    expect.objectContaining({
      title: entry.title,
      startTime: 1_795_395_600,
      endTime: '1795396800',
      alarm: true,
      alarmOffset: 7200,
    }),
  ])
})

test('the map of WeChat gets the place as Chinese maps draw it', async () => {
  expect(await openMap({ latitude: 39.911954, longitude: 116.377817, name: '大厅', address: '一号' })).toBe(true)
  const [place] = taroState.handedOver as [{ latitude: number; longitude: number; name: string }]
  expect(place.name).toBe('大厅')
  expect(place.latitude).toBeCloseTo(39.913345, 4)
  expect(place.longitude).toBeCloseTo(116.384047, 4)
})

test('whoever refuses the position is not asked for a reason', async () => {
  expect(await findPosition()).toBeNull()
  taroState.position = { latitude: 26.8, longitude: 113.5 }
  expect(await findPosition()).toEqual({ latitude: 26.8, longitude: 113.5 })
})
