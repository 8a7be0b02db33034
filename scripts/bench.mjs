import path from 'node:path'
import { spawn } from 'node:child_process'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { fail, root } from './setup/steps.mjs'

/** Measures what a request costs beside a bare server; see scripts/bench/main.ts for the options. */
async function main() {
  await ensureInstalled()
  const args = ['--import', 'tsx', path.join(root, 'scripts/bench/main.ts'), ...process.argv.slice(2)]
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

main().catch(fail)
