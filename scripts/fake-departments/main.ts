import { parseArgs } from 'node:util'
import { startFakeDepartments } from './start'

/** `node --import tsx scripts/fake-departments/main.ts --port 8090`: all fake departments until they are told to stop. */
async function main(): Promise<void> {
  if (process.env['NODE_ENV'] === 'production') throw new Error('Fake departments do not run in production.')
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })
  const fakes = await startFakeDepartments({ port: Number(values.port) })
  process.stdout.write(`fake departments: ${fakes.url}\n`)
  const stop = (): void => {
    void fakes.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
