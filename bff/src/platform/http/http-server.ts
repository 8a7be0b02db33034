import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Milliseconds. A slow sender is cut off; an idle connection is kept a little longer than proxies commonly keep theirs (60 s). */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 2_000 }

const MAX_HEADER_BYTES = 16 * 1024

/** Answers every request itself, errors included; nobody waits for it. */
type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** A server that no slow header, slow body or crowd of headers can hold open. */
export function createHttpServer(listener: Listener, timeouts: Partial<typeof TIMEOUTS> = {}): Server {
  return createServer({ ...TIMEOUTS, ...timeouts, maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
    void listener(request, response)
  })
}

/** Resolves with the address once connections are accepted; port 0 takes a free one. */
export function listen(server: Server, { host, port }: { readonly host: string; readonly port: number }): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'))
      else resolve(address)
    })
  })
}
