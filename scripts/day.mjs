import { runScript } from './setup/run-program.mjs'
import { root } from './setup/steps.mjs'

/** A county's day against the whole service, with what goes wrong on such days; see scripts/day/options.ts for the options. */
runScript('day/main.ts', { cwd: root })
