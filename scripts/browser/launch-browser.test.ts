import type { Browser } from 'playwright-core'
import { findBrowser } from './find-browser'
import { launchBrowser } from './launch-browser'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 120_000)
afterAll(() => browser.close())

/** A picture of the text alone. Characters that no font has all look the same. */
async function draw(text: string, weight: number): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 120, height: 60 } })
  await page.setContent(`<body style="margin:8px;font:${weight} 32px sans-serif">${text}</body>`)
  const picture = await page.screenshot()
  await page.close()
  return picture.toString('base64')
}

test.each([400, 700])('draws Chinese characters, each its own, at weight %i', async (weight) => {
  const characters = ['茶', '陵', '渌', '办', '\u{10FFFF}']
  const pictures = await Promise.all(characters.map((character) => draw(character, weight)))
  expect(new Set(pictures).size).toBe(characters.length)
})

test('bold is drawn bold', async () => {
  expect(await draw('茶陵', 700)).not.toBe(await draw('茶陵', 400))
})

test('a CHROME_PATH that leads nowhere is told plainly', async () => {
  const before = process.env['CHROME_PATH']
  process.env['CHROME_PATH'] = '/nowhere/chrome'
  try {
    await expect(findBrowser()).rejects.toThrow('CHROME_PATH is /nowhere/chrome, but there is no such file')
  } finally {
    if (before === undefined) delete process.env['CHROME_PATH']
    else process.env['CHROME_PATH'] = before
  }
})
