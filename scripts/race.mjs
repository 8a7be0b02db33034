import path from 'node:path'
import { spawn } from 'node:child_process'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { fail, root } from './setup/steps.mjs'

/** Lets many clients fight for the last places while servers are killed; see scripts/race/options.ts for the options. */
async function main() {
  await ensureInstalled()
  const args = ['--import', 'tsx', path.join(root, 'scripts/race/main.ts'), ...process.argv.slice(2)]
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

main().catch(fail)
