import { runScript } from './setup/run-program.mjs'
import { root } from './setup/steps.mjs'

/** Lets many clients fight for the last places while servers are killed; see scripts/race/options.ts for the options. */
runScript('race/main.ts', { cwd: root })
