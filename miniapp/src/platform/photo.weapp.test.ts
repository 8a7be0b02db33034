import Taro from '@tarojs/taro'
import { takePhoto } from './photo'

// The target is a constant of the build; everything else is as in WeChat's package.
jest.mock('./target', () => ({ IS_WEAPP: true, IS_BROWSER: false }))

const LIMIT = 400_000
const jpeg = (bytes: number) => `/9j/${'A'.repeat(Math.ceil((bytes * 4) / 3) - 4)}`

const chooseMedia = jest.fn()
const compressImage = jest.fn((options: { compressedWidth: number }) =>
  Promise.resolve({ tempFilePath: `tmp-${String(options.compressedWidth)}.jpg` }),
)
const files = new Map<string, string>()

interface Reading {
  filePath: string
  success: (read: { data: string }) => void
  fail: (failed: { errMsg: string }) => void
}

beforeEach(() => {
  files.clear()
  chooseMedia.mockReset().mockResolvedValue({ tempFiles: [{ tempFilePath: 'shot.jpg' }] })
  compressImage.mockClear()
  const readFile = ({ filePath, success, fail }: Reading) => {
    const data = files.get(filePath)
    if (data === undefined) fail({ errMsg: 'readFile:fail' })
    else success({ data })
  }
  Object.assign(Taro, { chooseMedia, compressImage, getFileSystemManager: () => ({ readFile }) })
})

test('one picture straight from the camera, never from the album, made smaller until it fits', async () => {
  files.set('tmp-1800.jpg', jpeg(700_000)).set('tmp-1440.jpg', jpeg(350_000))
  expect(await takePhoto(LIMIT)).toEqual({ base64: jpeg(350_000), preview: 'tmp-1440.jpg' })
  expect(chooseMedia).toHaveBeenCalledWith(expect.objectContaining({ count: 1, mediaType: ['image'], sourceType: ['camera'] }))
})

test('closing the camera is no mistake; a file that cannot be read is unusable', async () => {
  expect(await takePhoto(LIMIT)).toBe('unusable')
  chooseMedia.mockRejectedValue({ errMsg: 'chooseMedia:fail cancel' })
  expect(await takePhoto(LIMIT)).toBe('cancelled')
})

test('what is no JPEG is not sent', async () => {
  for (const pixels of [1800, 1440, 1200, 1000]) files.set(`tmp-${String(pixels)}.jpg`, 'iVBORw0KGgo')
  expect(await takePhoto(LIMIT)).toBe('unusable')
})
