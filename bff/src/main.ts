import path from 'node:path'
import { systemClock } from './platform/clock'
import { ConfigError, loadConfig } from './platform/config'
import { CountyPackError } from './platform/county-pack'
import { serve } from './serve'

/** The same place seen from src/ and from dist/. */
const COUNTIES = path.join(__dirname, '../counties')

async function main(): Promise<void> {
  const serving = await serve({ config: loadConfig(process.env), clock: systemClock, counties: COUNTIES })
  const stop = (): void => {
    void serving.stop().then((clean) => process.exit(clean ? 0 : 1))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error: unknown) => {
  // The operator's own mistakes are told plainly; anything else with its trace.
  const plain = error instanceof ConfigError || error instanceof CountyPackError
  process.stderr.write(`${plain ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
