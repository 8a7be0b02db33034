import { focusManager } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import { press } from '../../test/hands'
import { canScan, ScanButton } from './scan-button'

let inView = ''
let formats: string[] = ['qr_code']
const stop = jest.fn()
const getUserMedia = jest.fn<Promise<unknown>, []>()

class FakeDetector {
  static getSupportedFormats = (): Promise<string[]> => Promise.resolve(formats)
  detect = () => Promise.resolve(inView === '' ? [] : [{ rawValue: inView }])
}

beforeEach(() => {
  inView = ''
  formats = ['qr_code']
  stop.mockReset()
  getUserMedia.mockReset().mockResolvedValue({ getTracks: () => [{ stop }] })
  Object.defineProperty(window, 'BarcodeDetector', { configurable: true, value: FakeDetector })
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia } })
  jest.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
})
afterEach(() => {
  Reflect.deleteProperty(window, 'BarcodeDetector')
  Reflect.deleteProperty(navigator, 'mediaDevices')
  act(() => focusManager.setFocused(undefined))
})

const onSeen = jest.fn()
const video = () => document.querySelector('video')

async function openCamera() {
  onSeen.mockReset()
  const page = render(<ScanButton onSeen={onSeen}>扫码</ScanButton>)
  press('扫码')
  await waitFor(() => expect(video()).not.toBeNull())
  return page
}

test('the camera reads one code and goes off', async () => {
  await openCamera()
  expect(screen.getByRole('status').textContent).toContain('摄像头已打开')
  inView = 'OV1P:1'
  await waitFor(() => expect(onSeen.mock.calls).toEqual([['OV1P:1']]))
  expect(video()).toBeNull()
  expect(stop).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('button', { name: '扫码' })).toBeTruthy()
})

test.each([
  ['it is closed', () => press('关闭摄像头')],
  ['nobody can see the page', () => act(() => focusManager.setFocused(false))],
])('the camera goes off when %s', async (_, leave) => {
  await openCamera()
  leave()
  expect(stop).toHaveBeenCalledTimes(1)
  expect(video()).toBeNull()
  expect(onSeen).not.toHaveBeenCalled()
})

test('leaving the page while the browser still asks for leave turns the camera off as soon as it is on', async () => {
  let allow: (stream: unknown) => void = () => undefined
  const asking = new Promise((resolve) => {
    allow = resolve
  })
  getUserMedia.mockReturnValue(asking)
  const { unmount } = render(<ScanButton onSeen={onSeen}>扫码</ScanButton>)
  press('扫码')
  await waitFor(() => expect(getUserMedia).toHaveBeenCalled())
  unmount()
  allow({ getTracks: () => [{ stop }] })
  await waitFor(() => expect(stop).toHaveBeenCalledTimes(1))
})

const refuses = (name: string) => (): void => {
  getUserMedia.mockRejectedValue(new DOMException('', name))
}
const cannotRead = (): void => {
  formats = []
}

test.each([
  ['not allowed', refuses('NotAllowedError'), '没有打开摄像头'],
  ['not there', refuses('NotFoundError'), '这台设备扫不了码'],
  ['there, but QR codes cannot be read', cannotRead, '这台设备扫不了码'],
] as const)('a camera that is %s: says so, and can be tried again', async (_, arrange, said) => {
  arrange()
  render(<ScanButton onSeen={onSeen}>扫码</ScanButton>)
  press('扫码')
  expect(await screen.findByText(said)).toBeTruthy()
  expect(screen.getByRole('button', { name: '扫码' })).toBeTruthy()
  expect(video()).toBeNull()
})

test('a browser that cannot read codes offers no camera', () => {
  Reflect.deleteProperty(window, 'BarcodeDetector')
  render(<ScanButton onSeen={onSeen}>扫码</ScanButton>)
  expect(screen.queryByRole('button')).toBeNull()
  expect(canScan()).toBe(false)
})
