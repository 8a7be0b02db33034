import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'

export interface VisitorOptions {
  /** CSS pixels. */
  readonly width?: number
  readonly height?: number
  /** What the person set in the browser, in whole px; 16 is usual. */
  readonly systemFontSize?: number
  /** Elder mode with this text size, in px. */
  readonly elderText?: number
  /** False: nobody has agreed to the privacy notice yet. */
  readonly agreed?: boolean
  /** What the app has kept on this device, by its own keys. */
  readonly kept?: Readonly<Record<string, unknown>>
  /** What the browser's clock shows at first; the real time unless given. */
  readonly now?: Date
}

/** Somebody with a browser of their own. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** Opens an address of the app and waits for its heading. */
  open(path: string): Promise<void>
  /** What went wrong in the page since last asked: script errors, violations of the content security policy, complaints in the console. */
  takeFaults(): readonly string[]
}

/** Longer than any department may take. */
const PATIENCE_MS = 15_000
/** Refused answers are part of many journeys; Chromium reports each of them. */
const REFUSED_ANSWER = /^Failed to load resource/

/** Opens a browser window of a telephone, at the app's address. */
export async function openVisitor(browser: Browser, baseUrl: string, options: VisitorOptions = {}): Promise<Visitor> {
  const { width = 375, height = 667, systemFontSize = 16 } = options
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  if (options.now) await context.clock.install({ time: options.now })
  await context.addInitScript(putOnDevice, keptBy(options))
  const page = await context.newPage()
  const faults = watchFaults(page)
  if (systemFontSize !== 16) {
    const session = await context.newCDPSession(page)
    await session.send('Page.setFontSizes', { fontSizes: { standard: systemFontSize } })
  }
  return {
    page,
    context,
    takeFaults: () => faults.splice(0),
    open: async (path) => {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  }
}

function keptBy({ elderText, agreed = true, kept = {} }: VisitorOptions): Record<string, unknown> {
  return {
    ...(agreed ? { 'privacy-agreed': PRIVACY_VERSION } : {}),
    ...(elderText === undefined ? {} : { 'elder-mode': { on: true, textSize: elderText, answered: true } }),
    ...kept,
  }
}

/** Runs in the page before the app, once for each visitor: later the app's own words count. */
function putOnDevice(kept: Record<string, unknown>): void {
  if (!location.protocol.startsWith('http') || localStorage.getItem('put-on-device') !== null) return
  localStorage.setItem('put-on-device', '1')
  for (const [key, data] of Object.entries(kept)) localStorage.setItem(`one-visit:${key}`, JSON.stringify({ data }))
}

function watchFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    if (['error', 'warning'].includes(message.type()) && !REFUSED_ANSWER.test(text)) faults.push(`console: ${text}`)
  })
  return faults
}
