import { runBffProgram } from './setup/run-program.mjs'

/** Prints holes and duplicates of a county pack; see bff/src/county-check.ts. */
runBffProgram('county-check')
