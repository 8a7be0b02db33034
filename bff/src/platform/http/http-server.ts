import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { answerUnreadable } from './unreadable-request'

/**
 * Milliseconds. A slow sender is cut off; an idle connection is kept a little longer than proxies commonly keep theirs (60 s).
 * `requestTimeout` is for the slowest endpoint (`bodySeconds` in the contract); the others end their bodies themselves, much sooner.
 * `unreadTimeout`: how long the rest of a body may go on that was answered already.
 */
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 150_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
  unreadTimeout: 10_000,
}

const MAX_HEADER_BYTES = 16 * 1024

/** Answers every request itself, errors included; nobody waits for it. */
type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** A server that no slow header, slow body or crowd of headers can hold open. */
export function createHttpServer(listener: Listener, timeouts: Partial<typeof TIMEOUTS> = {}): Server {
  const { unreadTimeout, ...limits } = { ...TIMEOUTS, ...timeouts }
  const answers = new WeakMap<Duplex, ServerResponse>()
  const server = createServer({ ...limits, maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
    answers.set(request.socket, response)
    response.once('finish', () => {
      endUnread(request, unreadTimeout)
    })
    void listener(request, response)
  })
  server.on('clientError', (error, socket) => {
    const answer = answers.get(socket)
    const isBeingAnswered = answer !== undefined && answer.headersSent && !answer.writableFinished
    // Two answers would run into each other.
    if (!socket.writable || isBeingAnswered) socket.destroy(error)
    else answerUnreadable(error, socket)
  })
  return server
}

/** The caller gets to read the answer while it still sends, but does not send for ever. */
function endUnread(request: IncomingMessage, afterMs: number): void {
  if (request.complete) return
  const timer = setTimeout(() => {
    request.socket.destroy()
  }, afterMs).unref()
  request.once('close', () => {
    clearTimeout(timer)
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
