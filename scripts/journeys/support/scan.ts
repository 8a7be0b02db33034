import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** What a QR code holds, its version and its level of error correction (ISO/IEC 18004). */
interface Scanned {
  readonly text: string
  readonly version: number
  readonly level: string
}

// Left to itself it would fetch its program from a server.
const wasmBinary = Uint8Array.from(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer
prepareZXingModule({ overrides: { wasmBinary } })

/** The only QR code in a picture (PNG), as an independent decoder reads it. Throws when there is none, or more than one. */
export async function scanPicture(png: Buffer): Promise<Scanned> {
  const { data, width, height } = PNG.sync.read(png)
  const pixels = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as ImageData
  const found = await readBarcodes(pixels, { formats: ['QRCode'], tryHarder: true })
  const [code] = found
  if (code === undefined || found.length > 1) throw new Error(`${found.length} QR codes are on the screen`)
  const extra = JSON.parse(code.extra) as { readonly Version: string | number; readonly ECLevel: string }
  return { text: code.text, version: Number(extra.Version), level: extra.ECLevel }
}

/** Holds the screen before a scanner: brings the code into view and reads it from what can be seen then, and nothing else. */
export async function scanScreen(page: Page, code: Locator = page.getByRole('img', { name: /二维码|出示码/ })): Promise<Scanned> {
  await code.scrollIntoViewIfNeeded()
  await code.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  return scanPicture(await page.screenshot())
}
