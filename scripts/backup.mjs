import { runBffProgram } from './setup/run-program.mjs'

/** Writes the database to a file; see bff/src/backup.ts. */
runBffProgram('backup')
