import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildIfChanged } from './setup/build-if-changed.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { fail, root } from './setup/steps.mjs'

/** Prints a county's opening days of a year; see bff/src/calendar-print.ts. */
async function main() {
  await ensureInstalled()
  await buildIfChanged('bff')
  const program = path.join(root, 'bff/dist/calendar-print.js')
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

main().catch(fail)
