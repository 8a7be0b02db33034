import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { chineseFontsEnv } from './chinese-fonts'
import { findBrowser } from './find-browser'

const FLAGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/** Chromium will not run as root with its sandbox, which is how containers often run tests. */
const sandboxFlags = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

async function launchOptions() {
  const { executablePath, env } = await findBrowser()
  const fonts = await chineseFontsEnv()
  return { executablePath, args: [...FLAGS, ...sandboxFlags()], env: { ...process.env, ...env, ...fonts } }
}

/** A headless Chromium that draws Chinese. Close it when done. Throws with advice when this machine has no browser. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions())
}

/** A browser that other programs can drive too, and what it keeps for all its pages. */
export interface SharedBrowser {
  /** Of Chromium's DevTools, on this machine. */
  readonly port: number
  readonly context: BrowserContext
  close(): Promise<void>
}

/** As `launchBrowser`, for tools that bring their own way of driving it. */
export async function launchSharedBrowser(): Promise<SharedBrowser> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'one-visit-browser-'))
  const options = await launchOptions()
  const context = await chromium.launchPersistentContext(folder, {
    ...options,
    args: [...options.args, '--remote-debugging-port=0'],
  })
  const [port] = (await readFile(path.join(folder, 'DevToolsActivePort'), 'utf8')).split('\n')
  return {
    port: Number(port),
    context,
    close: async () => {
      await context.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
