import { startEmbeddedPostgres } from './embedded-postgres'
import { keepServer } from './postgres-server'
import { makeTemplate } from './postgres-template'

/** With TEST_DATABASE=postgres: one server for the whole run; its address goes to the workers in TEST_POSTGRES_URL. */
export default async function globalSetup(): Promise<void> {
  if (process.env.TEST_DATABASE !== 'postgres') return
  const server = await startEmbeddedPostgres()
  keepServer(server)
  await makeTemplate(server.url)
  process.env.TEST_POSTGRES_URL = server.url
}
