import { SCAN_BYTES } from '@one-visit/shared/proxy/rules'
import { problem } from '../../../platform/errors'

/** How a JPEG and a PNG begin and end. */
const FORMATS = [
  { type: 'image/jpeg', head: Buffer.from([0xff, 0xd8, 0xff]), tail: Buffer.from([0xff, 0xd9]) },
  {
    type: 'image/png',
    head: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    tail: Buffer.from([0xae, 0x42, 0x60, 0x82]),
  },
] as const

/** The picture in a base64 text; throws `invalid_input` for what is no JPEG and no PNG, is cut off, or is too large. */
export function readScan(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64')
  if (typeOfScan(bytes) === null)
    throw problem('invalid_input', { fields: [{ path: 'scan', message: '不是完整的照片，请重新拍照' }] })
  if (bytes.length > SCAN_BYTES) throw problem('invalid_input', { fields: [{ path: 'scan', message: '照片太大，请重新拍' }] })
  return bytes
}

/** Null for what is no whole picture. */
export function typeOfScan(bytes: Buffer): (typeof FORMATS)[number]['type'] | null {
  const format = FORMATS.find(
    ({ head, tail }) => bytes.subarray(0, head.length).equals(head) && bytes.subarray(-tail.length).equals(tail),
  )
  return format?.type ?? null
}
