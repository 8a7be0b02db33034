import type { Answers } from '../answers'
import { asText, type Dictionary } from '../dynamic'
import type { Reporter } from '../report'
import { ApiFailure, type ApiCalls } from './calls'
import { optionsOnly } from './ui'

/** What a phone's camera takes, in pixels of its longer side. */
const CAMERA_PIXELS = 4000
const BEST = 100
/** How a JPEG begins and ends, in bytes. */
const HEAD = 4
const END = 2

/** What the camera took, and what was made of it, by path: pictures of one run. They are never in the storage of the phone. */
export class Photos {
  private readonly pictures = new Map<string, Buffer>()

  add(picture: Buffer): string {
    const path = `wxfile://tmp_${String(this.pictures.size + 1)}.jpg`
    this.pictures.set(path, picture)
    return path
  }

  find(path: unknown): Buffer | undefined {
    return this.pictures.get(asText(path))
  }
}

/** There is no codec here: a smaller picture is the beginning of the larger one, in proportion, and ends as it does. */
function compress(picture: Buffer, pixels: number, quality: number): Buffer {
  const share = Math.min(1, pixels / CAMERA_PIXELS) ** 2 * Math.min(1, quality / BEST)
  if (share === 1) return picture
  const kept = Math.max(HEAD + END, Math.round(picture.length * share))
  return Buffer.concat([picture.subarray(0, kept - END), picture.subarray(-END)])
}

const numberOr = (given: unknown, otherwise: number): number => (typeof given === 'number' ? given : otherwise)

/** The camera, and making what it took smaller. `answers.photo` is what stands before it. */
export function photoApis(
  calls: ApiCalls,
  photos: Photos,
  { reporter, answers }: { reporter: Reporter; answers: Answers },
): Dictionary {
  return {
    chooseMedia: calls.asynchronous('chooseMedia', (options) => {
      reporter.report.ui.push({ api: 'chooseMedia', options: optionsOnly(options) })
      if (answers.photo === null) throw new ApiFailure('cancel')
      const picture = Buffer.from(answers.photo, 'base64')
      const file = { tempFilePath: photos.add(picture), size: picture.length, fileType: 'image' }
      return { type: 'image', tempFiles: [file] }
    }),
    compressImage: calls.asynchronous('compressImage', ({ src, quality, compressedWidth }) => {
      const picture = photos.find(src)
      if (!picture) throw new ApiFailure("file doesn't exist")
      return { tempFilePath: photos.add(compress(picture, numberOr(compressedWidth, CAMERA_PIXELS), numberOr(quality, 80))) }
    }),
  }
}
