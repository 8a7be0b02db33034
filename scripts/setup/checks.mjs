import { existsSync } from 'node:fs'
import path from 'node:path'
import { checkHygiene } from './hygiene.mjs'
import { root, run } from './steps.mjs'

const PACKAGES = ['shared', 'bff', 'miniapp', 'scripts']

/** A package's command line is run with this same Node; PATH may have none of it. */
const tool = (file, ...args) => ({ command: process.execPath, args: [path.join(root, 'node_modules', file), ...args] })

const commands = {
  'format (prettier)': tool(
    'prettier/bin/prettier.cjs',
    '--check',
    '--log-level=warn',
    '--cache',
    '--cache-location=.cache/prettier',
    '.',
  ),
  'lint (eslint)': tool('eslint/bin/eslint.js', '--config=scripts/config/eslint.config.mjs', '--max-warnings=0', '.'),
  ...Object.fromEntries(
    PACKAGES.map((name) => [
      `types (${name})`,
      tool(
        'typescript/bin/tsc',
        '--noEmit',
        '--incremental',
        '--tsBuildInfoFile',
        `.cache/types/${name}.tsbuildinfo`,
        '-p',
        name,
      ),
    ]),
  ),
  'boundaries (dependency-cruiser)': tool(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config=scripts/config/dependency-cruiser.cjs',
    'shared/src',
    'bff/src',
    'bff/test',
    'miniapp/src',
    'scripts',
  ),
  'dead code (knip)': tool(
    'knip/bin/knip.js',
    '--config=scripts/config/knip.json',
    '--no-progress',
    '--treat-config-hints-as-errors',
  ),
}

/** Everything that is checked without running the code: name → what is wrong, or '' when all is well. */
export const checks = {
  ...Object.fromEntries(
    Object.entries(commands).map(([name, { command, args }]) => [
      name,
      async () => {
        const existing = args.filter((arg) => !/^(?:shared|bff|miniapp)\//.test(arg) || existsSync(path.join(root, arg)))
        const { code, output } = await run(command, existing)
        return code === 0 ? '' : output.trim() || `ended with ${code}`
      },
    ]),
  ),
  'hygiene (hosts, paths, switched-off tests)': () => Promise.resolve(checkHygiene(root).join('\n')),
}
