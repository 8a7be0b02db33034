import { setTimeout as wait } from 'node:timers/promises'
import { Note, withNotes } from '../../test/notes'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import type { Transaction } from './database'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase(withNotes)
})
afterEach(() => database.close())

const ids = async (): Promise<string[]> => (await database.read.find(Note, { order: { id: 'ASC' } })).map((note) => note.id)

async function write(tx: Transaction, id: string, way: number): Promise<void> {
  if (way === 0) await tx.save(tx.create(Note, { id, count: 1 }))
  else if (way === 1) await tx.insert(Note, { id, count: 1 })
  else await tx.sql`INSERT INTO notes (id, count) VALUES (${id}, ${1})`
}

describe('inTransaction', () => {
  it('keeps every acknowledged row and no failed one, of hundreds that overlap and really wait', async () => {
    const calls = Array.from({ length: 400 }, (_, index) =>
      database.inTransaction(async (tx) => {
        const id = String(index).padStart(3, '0')
        await write(tx, id, index % 3)
        if (index % 5 < 2) await wait(Math.random() * 3)
        await tx.affected`UPDATE notes SET count = count + 1 WHERE id = ${id}`
        if (index % 2 === 0) throw new Error('refused')
        return id
      }),
    )
    const settled = await Promise.allSettled(calls)
    const acknowledged = settled.flatMap((call) => (call.status === 'fulfilled' ? [call.value] : []))
    expect(acknowledged).toHaveLength(200)
    expect(await ids()).toEqual(acknowledged)
    expect(await database.read.countBy(Note, { count: 2 })).toBe(200)
  })

  it('shows a committed row to reads at once, and an open one to nobody else', async () => {
    let seenInside: string[] = []
    await database.inTransaction(async (tx) => {
      await write(tx, 'open', 0)
      expect(await tx.find(Note)).toHaveLength(1)
      seenInside = await ids()
    })
    expect(seenInside).toEqual([])
    expect(await ids()).toEqual(['open'])
  })

  it('throws what the work throws, also when it throws before its first await', async () => {
    await expect(
      database.inTransaction(() => {
        throw new RangeError('at once')
      }),
    ).rejects.toThrow(new RangeError('at once'))
    await expect(database.inTransaction(() => Promise.resolve('next'))).resolves.toBe('next')
  })

  it('refuses to run inside itself, and lets the outer one go on', async () => {
    await database.inTransaction(async (tx) => {
      await expect(database.inTransaction(() => Promise.resolve())).rejects.toThrow(/inside a transaction/)
      await write(tx, 'outer', 1)
    })
    expect(await ids()).toEqual(['outer'])
  })

  it('may be called by what a transaction started and left behind', async () => {
    let later: Promise<string> | undefined
    await database.inTransaction(() => {
      later = wait(20).then(() => database.inTransaction(() => Promise.resolve('later')))
      return Promise.resolve()
    })
    await expect(later).resolves.toBe('later')
  })

  it('refuses statements once it is over', async () => {
    const kept = await database.inTransaction((tx) => Promise.resolve({ tx }))
    await expect(kept.tx.sql`SELECT 1 AS one`).rejects.toThrow(/over/)
    await expect(kept.tx.insert(Note, { id: 'late', count: 1 })).rejects.toThrow()
    expect(await ids()).toEqual([])
  })

  it('is spoilt by a failed statement, whatever the work makes of it', async () => {
    const work = async (tx: Transaction, way: number): Promise<void> => {
      await write(tx, 'first', way)
      await write(tx, 'first', way === 0 ? 1 : way).catch(() => undefined)
    }
    for (const way of [0, 1, 2]) await expect(database.inTransaction((tx) => work(tx, way))).rejects.toThrow(/failed statement/)
    expect(await ids()).toEqual([])
  })

  it('finishes what it has taken before closing, and takes nothing after', async () => {
    const other = await openTestDatabase(withNotes)
    const taken = other.inTransaction(async (tx) => {
      await wait(10)
      await write(tx, 'taken', 2)
      return 'done'
    })
    const closing = other.close()
    await expect(taken).resolves.toBe('done')
    await closing
    await expect(other.inTransaction(() => Promise.resolve())).rejects.toThrow(/closed/)
  })
})

describe('read', () => {
  it('cannot write, by whatever way', async () => {
    const values = { id: 'no', count: 1 }
    await expect(database.read.createQueryBuilder().insert().into(Note).values(values).execute()).rejects.toThrow()
    await expect(database.read.sql`INSERT INTO notes (id, count) VALUES ('no', 1) RETURNING id`).rejects.toThrow()
    expect(await ids()).toEqual([])
  })
})

describe('sql', () => {
  it('binds every kind of value and hands back rows, of RETURNING too', async () => {
    const rows = await database.inTransaction(
      (tx) => tx.sql<{ id: string; count: number }[]>`
        INSERT INTO notes (id, count) VALUES (${"o'neil"}, ${true}), (${'b'}, ${2n}) RETURNING id, count`,
    )
    expect(rows).toEqual([
      { id: "o'neil", count: 1 },
      { id: 'b', count: 2 },
    ])
    expect(await database.read.sql`SELECT id FROM notes WHERE count = ${1}`).toEqual([{ id: "o'neil" }])
  })

  it('hands back no rows without RETURNING, and counts changes', async () => {
    await database.inTransaction(async (tx) => {
      expect(await tx.sql`INSERT INTO notes (id, count) VALUES ('a', 1), ('b', 1)`).toEqual([])
      expect(await tx.affected`UPDATE notes SET count = 2 WHERE id = ${'a'}`).toBe(1)
      expect(await tx.affected`DELETE FROM notes WHERE count > ${5}`).toBe(0)
      expect(await tx.affected`DELETE FROM notes RETURNING id`).toBe(2)
    })
  })
})
