import { stopServer } from './postgres-server'

export default async function globalTeardown(): Promise<void> {
  await stopServer()
}
