import { spawn } from 'node:child_process'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { fail, root } from './setup/steps.mjs'

/** Feeds a million mutated codes to the parsers of health codes and offline licences, with a new seed each time. */
async function main() {
  await ensureInstalled()
  const jest = ['node_modules/jest/bin/jest.js', '--config=scripts/config/jest.config.mjs', '--selectProjects', 'shared']
  const child = spawn(process.execPath, [...jest, '--verbose', '--testPathPatterns', 'mutated-codes'], {
    cwd: root,
    env: { ...process.env, FUZZ: 'all' },
    stdio: 'inherit',
  })
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

main().catch(fail)
