import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { unpackBrowser } from './unpack-browser'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export interface Browser {
  readonly executablePath: string
  /** What the browser needs in its environment beside the caller's. */
  readonly env: Readonly<Record<string, string>>
}

const ADVICE = [
  'Install Chromium or Chrome (Debian and Ubuntu: apt install chromium; macOS and Windows: google.com/chrome), or set',
  'CHROME_PATH to the program file of one that you have. On Linux x64 npm brings one, which needs nothing installed.',
].join('\n')

/** Why the browser does not start, or null when it does. */
async function whyNotRunning({ executablePath, env }: Browser): Promise<string | null> {
  try {
    await promisify(execFile)(executablePath, ['--version', '--no-sandbox'], { env: { ...process.env, ...env }, timeout: 60_000 })
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** First with the machine's own libraries, then with those that come with the browser. */
async function findUnpackedBrowser(): Promise<Browser> {
  const { executablePath, libraries } = await unpackBrowser()
  const plain = { executablePath, env: {} }
  if ((await whyNotRunning(plain)) === null) return plain
  const complete = { executablePath, env: { LD_LIBRARY_PATH: libraries } }
  const reason = await whyNotRunning(complete)
  if (reason === null) return complete
  throw new Error(`The browser that npm brought does not start here:\n${reason}\n${ADVICE}`)
}

/**
 * The browser to test with: CHROME_PATH, else one installed on this machine, else the one in npm's @sparticuz/chromium
 * (Linux x64). Throws with advice when there is none.
 */
export async function findBrowser(): Promise<Browser> {
  const chosen = process.env['CHROME_PATH']
  if (chosen !== undefined && chosen !== '') {
    const reason = existsSync(chosen) ? await whyNotRunning({ executablePath: chosen, env: {} }) : 'there is no such file'
    if (reason !== null) throw new Error(`CHROME_PATH is ${chosen}, but ${reason}`)
    return { executablePath: chosen, env: {} }
  }
  for (const executablePath of SYSTEM_BROWSERS.filter((file) => existsSync(file))) {
    if ((await whyNotRunning({ executablePath, env: {} })) === null) return { executablePath, env: {} }
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`No browser was found.\n${ADVICE}`)
  return findUnpackedBrowser()
}
