import { buildIfChanged } from './setup/build-if-changed.mjs'
import { runScript } from './setup/run-program.mjs'
import { root } from './setup/steps.mjs'

/** Looks at the built content pages as a slow phone would see them; see scripts/pages-check/main.ts. */
runScript('pages-check/main.ts', { cwd: root, prepare: () => buildIfChanged('h5') })
