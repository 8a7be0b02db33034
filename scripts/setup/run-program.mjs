import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildIfChanged } from './build-if-changed.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { fail, root } from './steps.mjs'

/** Installs what is missing, then runs Node in front of the caller's terminal; this process ends as that one does. */
async function runNode(prepare, options = {}) {
  await ensureInstalled()
  const child = spawn(process.execPath, await prepare(), { stdio: 'inherit', ...options })
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** A TypeScript program of the scripts, with the caller's own arguments. `cwd` is the caller's unless given; `prepare` runs before. */
export function runScript(program, { prepare, ...options } = {}) {
  const args = async () => {
    await prepare?.()
    // tsx is found from here, wherever it is called from.
    return ['--import', import.meta.resolve('tsx'), path.join(root, 'scripts', program), ...process.argv.slice(2)]
  }
  runNode(args, options).catch(fail)
}

/** A program of the built BFF, with the caller's own arguments. */
export function runBffProgram(name) {
  const args = async () => {
    await buildIfChanged('bff')
    return ['--enable-source-maps', path.join(root, 'bff/dist', `${name}.js`), ...process.argv.slice(2)]
  }
  runNode(args).catch(fail)
}

/** Some tests alone, in full. */
export function runTests(project, pattern, env) {
  const jest = ['node_modules/jest/bin/jest.js', '--config=scripts/config/jest.config.mjs', '--selectProjects', project]
  const args = () => [...jest, '--verbose', '--testPathPatterns', pattern]
  runNode(args, { cwd: root, env: { ...process.env, ...env } }).catch(fail)
}
