import { runBffProgram } from './setup/run-program.mjs'

/** Brings a county's table of items into its pack; see bff/src/county-import.ts. */
runBffProgram('county-import')
