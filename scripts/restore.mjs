import { runBffProgram } from './setup/run-program.mjs'

/** Fills a new database from a backup; see bff/src/restore.ts. */
runBffProgram('restore')
