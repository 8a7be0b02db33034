import { runBffProgram } from './setup/run-program.mjs'

/** Looks for what people ask every day, and says at which place it is found; see bff/src/search-check.ts. */
runBffProgram('search-check')
