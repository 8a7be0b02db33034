import { createServer } from 'node:net'

const HOST = '127.0.0.1'

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: HOST }, () => probe.close(() => resolve(true)))
  })
}

/** `first`, or the next port that nobody uses. */
export async function findFreePort(first) {
  for (let port = first; port < first + 50; port += 1) {
    if (await isFree(port)) return port
  }
  throw new Error(`No free port between ${first} and ${first + 49}; choose another with --port.`)
}

/** Waits until the address answers 2xx; throws when it does not within `withinMs`, or when `isHopeless` says so. */
export async function waitFor(url, { withinMs, isHopeless }) {
  const deadline = Date.now() + withinMs
  while (Date.now() < deadline && !isHopeless()) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} did not answer`)
}
