import { runScript } from './setup/run-program.mjs'
import { root } from './setup/steps.mjs'

/** Measures what a request costs beside a bare server; see scripts/bench/main.ts for the options. */
runScript('bench/main.ts', { cwd: root })
