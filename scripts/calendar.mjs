import { runBffProgram } from './setup/run-program.mjs'

/** Prints a county's opening days of a year; see bff/src/calendar-print.ts. */
runBffProgram('calendar-print')
