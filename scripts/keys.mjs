import { runBffProgram } from './setup/run-program.mjs'

/** Changes the keys that personal fields are sealed with; see bff/src/keys.ts. */
runBffProgram('keys')
