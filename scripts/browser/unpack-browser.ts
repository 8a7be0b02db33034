import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { BROWSER_CACHE, NODE_MODULES } from './cache-folder'

export interface UnpackedBrowser {
  readonly executablePath: string
  /** Shared libraries that a minimal Linux lacks (NSS and the like), for LD_LIBRARY_PATH. */
  readonly libraries: string
}

const PACKAGE = path.join(NODE_MODULES, '@sparticuz', 'chromium')

/** The package unpacks into the folder for temporary files, and its libraries only where it believes itself in Amazon's cloud. */
async function unpackInto(folder: string): Promise<void> {
  const program = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
  await promisify(execFile)(process.execPath, ['-e', program], {
    cwd: NODE_MODULES,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  })
}

/** Unpacks npm's browser once per version; processes that do so at the same time do not see each other's half-written files. */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string }
  const folder = path.join(BROWSER_CACHE, `chromium-${version}`)
  if (!existsSync(folder)) {
    await mkdir(BROWSER_CACHE, { recursive: true })
    const partial = await mkdtemp(path.join(BROWSER_CACHE, 'unpacking-'))
    try {
      await unpackInto(partial)
      await rename(partial, folder)
    } catch (error) {
      await rm(partial, { recursive: true, force: true })
      // Another process was first.
      if (!existsSync(folder)) throw error
    }
  }
  return { executablePath: path.join(folder, 'chromium'), libraries: path.join(folder, 'al2023', 'lib') }
}
