import type { EmbeddedPostgres } from './embedded-postgres'

// Set-up and teardown of a run are loaded apart from each other; the process is what they share.
const KEY = Symbol.for('one-visit.test-postgres')
const shared = globalThis as { [KEY]?: EmbeddedPostgres }

export function keepServer(server: EmbeddedPostgres): void {
  shared[KEY] = server
}

export async function stopServer(): Promise<void> {
  await shared[KEY]?.stop()
}
