import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'

/** A line to a database server that a test can cut, as a restart of the server would. */
export interface CuttableLine {
  /** The address of the database by this line. */
  readonly url: string
  /** Ends every connection and refuses new ones. */
  cut(): Promise<void>
  /** Accepts connections again. */
  mend(): Promise<void>
  /** The next COMMIT reaches the server; its answer does not come back, and the line is cut. */
  loseNextCommitAnswer(): Promise<void>
  /** The next connection is ended by the server in the same breath in which it is let in. */
  endNextAtOnce(): void
  close(): Promise<void>
}

/** What a server that shuts down says to everybody who is connected (57P01). */
const SHUTTING_DOWN = ((): Buffer => {
  const fields = Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0')
  const length = Buffer.alloc(4)
  length.writeInt32BE(fields.length + 4)
  return Buffer.concat([Buffer.from('E'), length, fields])
})()
/** The server is ready for the first statement. */
const READY = Buffer.from('Z\0\0\0\x05I', 'latin1')

export async function openCuttableLine(databaseUrl: string): Promise<CuttableLine> {
  const to = new URL(databaseUrl)
  const sockets = new Set<net.Socket>()
  let onCommitAnswered: (() => void) | null = null
  let endsNext = false
  const server = net.createServer((near) => {
    const far = net.connect(Number(to.port), to.hostname)
    let losing = false
    near.on('data', (chunk) => {
      losing ||= onCommitAnswered !== null && chunk.includes('COMMIT')
      far.write(chunk)
    })
    far.on('data', (chunk) => {
      const ends = endsNext && chunk.includes(READY)
      if (losing) onCommitAnswered?.()
      else if (ends) near.end(Buffer.concat([chunk, SHUTTING_DOWN]))
      else near.write(chunk)
      if (ends) endsNext = false
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const cut = async (): Promise<void> => {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  const url = new URL(databaseUrl)
  url.port = String(port)
  return {
    url: url.href,
    cut,
    mend: () => listen(port),
    loseNextCommitAnswer: () =>
      new Promise((resolve, reject) => {
        onCommitAnswered = () => {
          onCommitAnswered = null
          cut().then(resolve, reject)
        }
      }),
    endNextAtOnce: () => {
      endsNext = true
    },
    close: async () => {
      if (server.listening) await cut()
    },
  }
}
