import Taro from '@tarojs/taro'
import { IS_WEAPP } from './target'

/** In memory only; `preview` is what an Image shows. */
export interface Photo {
  /** A JPEG without what the camera wrote beside it (place, time, device). */
  base64: string
  preview: string
}

/** `cancelled`: nobody took one. `unusable`: it could not be read, or not be made small enough. */
export type PhotoRefusal = 'cancelled' | 'unusable'

/** Drawn anew so that its longer side has at most so many pixels, as base64. */
type Shrink = (pixels: number, quality: number) => Promise<string>

/** From what reads best to what is still legible; quality of 100. */
const TRIES = [
  { pixels: 1800, quality: 80 },
  { pixels: 1440, quality: 70 },
  { pixels: 1200, quality: 60 },
  { pixels: 1000, quality: 50 },
] as const

/** The first three bytes of a JPEG, in base64. */
const JPEG_HEAD = '/9j/'

const bytesOf = (base64: string): number => Math.floor((base64.replace(/=+$/, '').length * 3) / 4)

async function shrinkTo(bytes: number, shrink: Shrink): Promise<string | null> {
  for (const { pixels, quality } of TRIES) {
    const base64 = await shrink(pixels, quality)
    if (base64.startsWith(JPEG_HEAD) && bytesOf(base64) <= bytes) return base64
  }
  return null
}

/** Null: the person closed the camera. */
async function shoot(): Promise<string | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sourceType: ['camera'], camera: 'back' })
    return tempFiles[0]?.tempFilePath ?? null
  } catch {
    return null
  }
}

const readBase64 = (filePath: string): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => {
        resolve(typeof data === 'string' ? data : '')
      },
      fail: ({ errMsg }) => {
        reject(new Error(errMsg))
      },
    })
  })

async function takeInWechat(bytes: number): Promise<Photo | PhotoRefusal> {
  const src = await shoot()
  if (src === null) return 'cancelled'
  let preview = src
  const base64 = await shrinkTo(bytes, async (compressedWidth, quality) => {
    preview = (await Taro.compressImage({ src, quality, compressedWidth })).tempFilePath
    return readBase64(preview)
  })
  return base64 === null ? 'unusable' : { base64, preview }
}

/** A phone opens its camera; a computer, which may have none, asks for a file from the scanner. */
function pickFile(): Promise<File | null> {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*', hidden: true })
  input.setAttribute('capture', 'environment')
  document.body.append(input)
  return new Promise((resolve) => {
    const settle = () => {
      input.remove()
      resolve(input.files?.[0] ?? null)
    }
    input.addEventListener('change', settle)
    input.addEventListener('cancel', settle)
    input.click()
  })
}

async function openPicture(url: string): Promise<HTMLImageElement> {
  const picture = new Image()
  picture.src = url
  await picture.decode()
  return picture
}

function draw(picture: HTMLImageElement, pixels: number, quality: number): string {
  const { naturalWidth: width, naturalHeight: height } = picture
  const scale = Math.min(1, pixels / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', quality / 100).split(',')[1] ?? ''
}

async function takeInBrowser(bytes: number): Promise<Photo | PhotoRefusal> {
  const file = await pickFile()
  if (file === null) return 'cancelled'
  const url = URL.createObjectURL(file)
  try {
    const picture = await openPicture(url)
    const base64 = await shrinkTo(bytes, (pixels, quality) => Promise.resolve(draw(picture, pixels, quality)))
    return base64 === null ? 'unusable' : { base64, preview: `data:image/jpeg;base64,${base64}` }
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** One photo, at most so many bytes. Call it straight from a tap: browsers open the camera only then. */
export async function takePhoto(bytes: number): Promise<Photo | PhotoRefusal> {
  try {
    return await (IS_WEAPP ? takeInWechat(bytes) : takeInBrowser(bytes))
  } catch {
    return 'unusable'
  }
}
