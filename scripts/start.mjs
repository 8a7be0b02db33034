import { buildIfChanged } from './setup/build-if-changed.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { parsePort, runDemo } from './setup/run-demo.mjs'
import { fail, formatSeconds, runOrThrow } from './setup/steps.mjs'

/** Installs, builds what changed, runs the whole service with fake departments, and says whom one may sign in as. */
async function main() {
  const started = Date.now()
  const args = process.argv.slice(2)
  parsePort(args)
  await ensureInstalled()
  await buildIfChanged('bff')
  await buildIfChanged('h5')
  await runDemo({
    args,
    bff: ['--enable-source-maps', 'bff/dist/main.js'],
    ready: async ({ url, fakesUrl }) => {
      const people = await runOrThrow(process.execPath, ['--import', 'tsx', 'scripts/setup/print-people.ts', fakesUrl])
      console.log(
        `\n${people}\nOne Visit is ready at ${url} after ${formatSeconds(Date.now() - started)}. Ctrl-C stops it; logs are in .data/logs.`,
      )
    },
  })
}

main().catch(fail)
