import { encode } from 'uqr'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../browser/launch-browser'
import { scanScreen } from './scan'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 375, height: 667 } })
})
afterAll(() => browser.close())

/** A page with a QR code of this width, in px. */
async function draw(text: string, width: number, ecc: 'L' | 'M' = 'M'): Promise<void> {
  const { data, size } = encode(text, { ecc, border: 4 })
  const path = data.flatMap((row, y) => row.map((black, x) => (black ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path d="${path}"/></svg>`
  const source = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await page.setContent(
    `<div style="height:900px"></div><div role="img" aria-label="二维码"><img alt="" style="width:${width}px" src="${source}"></div>`,
  )
}

test('a code below the first screen is read, with its version and level', async () => {
  await draw('OV1P:0123456789ABCDEF', 240)
  expect(await scanScreen(page)).toEqual({ text: 'OV1P:0123456789ABCDEF', version: 2, level: 'M' })
  await draw('Z'.repeat(600), 320, 'L')
  expect(await scanScreen(page)).toMatchObject({ version: 13, level: 'L' })
})

test('one that is too small to be read is no code', async () => {
  await draw('Z'.repeat(600), 60)
  await expect(scanScreen(page)).rejects.toThrow('0 QR codes')
})
