import { once } from 'node:events'
import { entities } from '../src/entities'
import { migrations } from '../src/migrations'
import { openDatabase } from '../src/platform/database'
import { withNotes } from './notes'

/** A process of its own: opens the database, writes rows `<name>-<n>`, many at a time, and says each id once it is acknowledged. */
async function main(url: string, name: string, rows: number): Promise<void> {
  const database = await openDatabase({
    url,
    entities: [...entities, ...withNotes.entities],
    migrations: [...migrations, ...withNotes.migrations],
  })
  let next = 0
  const writeSome = async (): Promise<void> => {
    while (next < rows) {
      const id = `${name}-${next++}`
      await database.inTransaction((tx) => tx.sql`INSERT INTO notes (id, count) VALUES (${id}, 1)`)
      if (!process.stdout.write(`${id}\n`)) await once(process.stdout, 'drain')
    }
  }
  await Promise.all(Array.from({ length: 16 }, writeSome))
  await database.close()
}

const [url = '', name = '', rows = ''] = process.argv.slice(2)
void main(url, name, Number(rows))
