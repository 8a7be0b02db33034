import { runTests } from './setup/run-program.mjs'

/** Feeds a million mutated codes to the parsers of health codes and offline licences, with a new seed each time. */
runTests('shared', 'mutated-codes', { FUZZ: 'all' })
