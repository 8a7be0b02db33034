import { chromium, type Browser } from 'playwright-core'
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

/** A headless Chromium that draws Chinese. Close it when done. Throws with advice when this machine has no browser. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser()
  const fonts = await chineseFontsEnv()
  return chromium.launch({
    executablePath,
    args: [...FLAGS, ...sandboxFlags()],
    env: { ...process.env, ...env, ...fonts },
  })
}
