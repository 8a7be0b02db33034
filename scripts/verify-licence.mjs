import path from 'node:path'
import { spawn } from 'node:child_process'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { fail, root } from './setup/steps.mjs'

/** Checks an offline presentation of a licence; see scripts/verify-licence/main.ts for the options. */
async function main() {
  await ensureInstalled()
  // Files are named from where it is called, so it stays there, and tsx is found from here.
  const args = [
    '--import',
    import.meta.resolve('tsx'),
    path.join(root, 'scripts/verify-licence/main.ts'),
    ...process.argv.slice(2),
  ]
  const child = spawn(process.execPath, args, { stdio: 'inherit' })
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

main().catch(fail)
