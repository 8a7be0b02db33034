import { parseArgs } from 'node:util'
import { createChildren, lastLines } from './children.mjs'
import { demoEnvironment } from './demo-environment.mjs'
import { findFreePort, waitFor } from './ports.mjs'
import { step } from './steps.mjs'

const DEFAULT_PORT = 8080

/** `--port <number>`; throws on anything else, with what is allowed. */
export function parsePort(args) {
  try {
    const { values } = parseArgs({ args, options: { port: { type: 'string', default: String(DEFAULT_PORT) } } })
    const port = Number(values.port)
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  } catch {
    // Told below, together with a bad number.
  }
  throw new Error('The only option is --port <number>, for instance: npm start -- --port 9000')
}

/** The wanted port, or the next free one, which is said. */
async function choosePort(wanted) {
  const port = await findFreePort(wanted)
  if (port !== wanted) console.log(`Port ${wanted} is in use; this one takes ${port}.`)
  return port
}

/**
 * Runs the BFF and the fake departments until Ctrl-C or until one of them ends by itself.
 * `bff` is the program of the BFF for node; `more` starts what else runs beside; `ready` is told the address.
 */
export async function runDemo({ args, bff, show = false, more = () => {}, ready }) {
  const bffPort = await choosePort(parsePort(args))
  const fakesPort = await findFreePort(bffPort + 1)
  const env = demoEnvironment({ bffPort, fakesPort })
  const url = `http://127.0.0.1:${bffPort}`
  const children = createChildren({ show })
  const stopped = new Promise((resolve) =>
    ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.once(signal, () => resolve(null))),
  )
  try {
    await step('start the fake departments and the BFF', async () => {
      children.start(
        'fake-departments',
        ['--import', 'tsx', 'scripts/fake-departments/main.ts', '--port', String(fakesPort)],
        env,
      )
      children.start('bff', bff, env)
      const isReady = waitFor(`${url}/readyz`, { withinMs: 60_000, isHopeless: () => children.ended() !== null })
      await Promise.race([isReady, stopped])
    })
    more({ children, url })
    await ready({ url, fakesUrl: `http://127.0.0.1:${fakesPort}` })
    const first = await Promise.race([stopped, children.anyEnds()])
    if (first !== null) throw new Error(lastLines(first))
  } catch (error) {
    const first = children.ended()
    throw first === null ? error : new Error(lastLines(first))
  } finally {
    console.log('\nStopping …')
    await children.stop()
    console.log('Stopped.')
  }
}
