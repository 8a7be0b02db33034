import { buildIfChanged } from './setup/build-if-changed.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { runDemo } from './setup/run-demo.mjs'
import { fail } from './setup/steps.mjs'

/** As `npm start`, from the sources: the BFF restarts and the pages reload on a change. */
async function main() {
  await ensureInstalled()
  // The BFF serves the last build too, so that its own address works while only the BFF is worked on.
  await buildIfChanged('h5')
  await runDemo({
    args: process.argv.slice(2),
    bff: ['--import', 'tsx', '--watch', '--watch-preserve-output', 'bff/src/main.ts'],
    show: true,
    more: ({ children, url }) => children.start('h5', ['scripts/setup/watch-h5.mjs'], { BFF_URL: url, NODE_ENV: 'development' }),
    ready: ({ url }) => console.log(`\nThe BFF is at ${url}; the pages with reload are at the address that [h5] prints.\n`),
  })
}

main().catch(fail)
