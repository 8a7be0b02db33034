import { runScript } from './setup/run-program.mjs'

/** Checks an offline presentation of a licence; see scripts/verify-licence/main.ts. Files are named from where it is called. */
runScript('verify-licence/main.ts')
