import { Client } from 'pg'
import { entities } from '../src/entities'
import { migrations } from '../src/migrations'
import { openDatabase } from '../src/platform/database'

const TEMPLATE = 'one_visit_template'

/** The same server, another database. */
function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Runs one statement on the server's own database. Names in it are ours. */
async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Makes the migrated database that each test's database is a copy of. */
export async function makeTemplate(server: string): Promise<void> {
  await onServer(server, `CREATE DATABASE ${TEMPLATE}`)
  const database = await openDatabase({ url: databaseUrl(server, TEMPLATE), entities, migrations })
  await database.close()
}

/**
 * Makes a migrated database of this name; hands back its address. It is copied file by file: PostgreSQL's usual way, through
 * its log, takes three times as long for one so small.
 */
export async function copyTemplate(server: string, name: string): Promise<string> {
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`)
  return databaseUrl(server, name)
}

/** Makes a database of this name with nothing in it; hands back its address. */
export async function createDatabase(server: string, name: string): Promise<string> {
  await onServer(server, `CREATE DATABASE ${name}`)
  return databaseUrl(server, name)
}

export function dropDatabase(server: string, name: string): Promise<void> {
  return onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)
}
