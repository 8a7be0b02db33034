import { SettableClock } from '../../test/settable-clock'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { appendAudit, appendAudits } from './audit'
import { idsFrom } from './audit-chain'
import { AuditRecord } from './audit-record.entity'
import { auditSealJob } from './audit-seal-job'
import { AuditSeal } from './audit-seal.entity'
import type { Database, Transaction } from './database'
import { verifyAudit } from './audit-verify'
import { newId } from './ids'

let database: TestDatabase
let clock: SettableClock
beforeEach(async () => {
  database = await openTestDatabase()
  clock = new SettableClock()
})
afterEach(() => database.close())

const append = (event: string, at = clock.now()) =>
  database.inTransaction((tx) => appendAudit(tx, { event, actor: { kind: 'resident', id: 'r1' }, data: { b: '2', a: '1' }, at }))
const seal = (): Promise<void> => auditSealJob({ database, clock }).run(new AbortController().signal)

async function sealed(count: number): Promise<AuditSeal[]> {
  for (let index = 1; index <= count; index += 1) await append(`event_${index}`)
  await seal()
  clock.advance(120_000)
  return database.read.find(AuditSeal, { order: { seq: 'ASC' } })
}

/** Someone with the database's own tools, past every guard. */
async function tamper(
  statement: (tx: Parameters<Parameters<TestDatabase['inTransaction']>[0]>[0]) => Promise<unknown>,
): Promise<void> {
  await database.inTransaction(async (tx) => {
    for (const table of ['audit_records', 'audit_seals']) await dropGuards(tx, table)
    await statement(tx)
  })
}

async function dropGuards(tx: Parameters<Parameters<TestDatabase['inTransaction']>[0]>[0], table: string): Promise<void> {
  const names = database.kind === 'postgres' ? [`${table}_append_only ON ${table}`] : [`${table}_no_update`, `${table}_no_delete`]
  for (const name of names) await tx.sql(Object.assign([`DROP TRIGGER ${name}`], { raw: [`DROP TRIGGER ${name}`] }))
}

it('keeps a record with its data in the transaction that it tells of', async () => {
  await append('signed_in')
  const failing = database.inTransaction(async (tx) => {
    await appendAudit(tx, { event: 'lost', actor: { kind: 'system', id: null }, at: clock.now() })
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(await database.read.find(AuditRecord)).toMatchObject([
    {
      event: 'signed_in',
      at: '2026-11-21T01:02:03.000Z',
      actorKind: 'resident',
      actorId: 'r1',
      beneficiaryId: null,
      data: '{"a":"1","b":"2"}',
    },
  ])
})

it.each(['audit_records', 'audit_seals'] as const)('lets nobody change or delete a row of %s', async (table) => {
  await sealed(1)
  const entity = table === 'audit_records' ? AuditRecord : AuditSeal
  const change = table === 'audit_records' ? { event: 'other' } : { hash: 'other' }
  await expect(database.inTransaction((tx) => tx.createQueryBuilder().update(entity).set(change).execute())).rejects.toThrow(
    'append-only',
  )
  await expect(database.inTransaction((tx) => tx.createQueryBuilder().delete().from(entity).execute())).rejects.toThrow(
    'append-only',
  )
})

it('seals every record once, in one chain without gaps', async () => {
  const seals = await sealed(5)
  expect(seals.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  await append('later')
  await seal()
  await seal()
  const head = await database.read.find(AuditSeal, { order: { seq: 'DESC' }, take: 1 })
  expect(head).toMatchObject([{ seq: 6 }])
  expect(await verifyAudit(database.read, clock)).toEqual({ ok: true, head: { seq: 6, hash: head[0]?.hash } })
})

it('seals more than one batch in one run, and looks at everything without keeping others waiting', async () => {
  const many = { event: 'many', actor: { kind: 'system' as const, id: null }, at: clock.now() }
  await database.inTransaction((tx) => appendAudits(tx, Array<typeof many>(1_050).fill(many)))
  await seal()
  expect(await database.read.countBy(AuditSeal, {})).toBe(1_050)
  let turns = 0
  const turn = setInterval(() => (turns += 1))
  const counting = setImmediate(() => (turns += 1))
  await seal()
  clearInterval(turn)
  clearImmediate(counting)
  expect(turns).toBeGreaterThan(0)
})

it('seals a batch in a few statements, however many records it has: each is a way there and back', async () => {
  for (let index = 0; index < 40; index += 1) await append('many')
  let statements = 0
  const counting = (tx: Transaction): Transaction =>
    Object.assign(Object.create(tx) as Transaction, {
      sql: (...statement: Parameters<Transaction['sql']>) => {
        statements += 1
        return tx.sql(...statement)
      },
    })
  const watched: Database = { ...database, inTransaction: (work) => database.inTransaction((tx) => work(counting(tx))) }
  await auditSealJob({ database: watched, clock }).run(new AbortController().signal)
  expect(await database.read.countBy(AuditSeal, {})).toBe(40)
  expect(statements).toBeLessThan(5)
})

it('seals records that were committed after younger ones: the next second, or within the hour when they are very late', async () => {
  const job = auditSealJob({ database, clock })
  const sealedAfterRun = async (): Promise<number> => {
    await job.run(new AbortController().signal)
    return database.read.countBy(AuditSeal, {})
  }
  await append('young')
  expect(await sealedAfterRun()).toBe(1)
  await insertWithIdOf(60_000)
  expect(await sealedAfterRun()).toBe(2)
  await insertWithIdOf(3_600_000)
  expect(await sealedAfterRun()).toBe(2)
  clock.advance(3_600_000)
  expect(await sealedAfterRun()).toBe(3)
})

/** As a slow process would: with an id made that long ago. */
async function insertWithIdOf(agoMs: number): Promise<void> {
  const at = new Date(clock.now().getTime() - agoMs)
  const id = `${idsFrom(at)}-7000-8000-000000000000`
  const record = { id, at: at.toISOString(), event: 'late', actorKind: 'system' as const, actorId: null, data: '{}' }
  await database.inTransaction((tx) => tx.insert(AuditRecord, record))
}

it('says which record has gone unsealed for a minute', async () => {
  await append('waiting')
  expect(await verifyAudit(database.read, clock)).toMatchObject({ ok: true })
  clock.advance(61_000)
  const [record] = await database.read.find(AuditRecord)
  expect(await verifyAudit(database.read, clock)).toEqual({
    ok: false,
    fault: 'record_unsealed',
    seq: null,
    recordId: record?.id,
  })
})

it('finds an altered record', async () => {
  const seals = await sealed(4)
  const id = seals[2]?.recordId ?? ''
  await tamper((tx) => tx.update(AuditRecord, { id }, { actorId: 'r2' }))
  expect(await verifyAudit(database.read, clock)).toEqual({ ok: false, fault: 'record_or_seal_altered', seq: 3, recordId: id })
})

it('finds a deleted record', async () => {
  const seals = await sealed(4)
  const id = seals[1]?.recordId ?? ''
  await tamper((tx) => tx.delete(AuditRecord, { id }))
  expect(await verifyAudit(database.read, clock)).toEqual({ ok: false, fault: 'record_missing', seq: 2, recordId: id })
})

it('finds a record deleted together with its seal', async () => {
  const seals = await sealed(4)
  const id = seals[1]?.recordId ?? ''
  await tamper(async (tx) => {
    await tx.delete(AuditRecord, { id })
    await tx.delete(AuditSeal, { seq: 2 })
  })
  expect(await verifyAudit(database.read, clock)).toEqual({
    ok: false,
    fault: 'seal_missing',
    seq: 2,
    recordId: seals[2]?.recordId,
  })
})

it('finds a record slipped in between', async () => {
  const seals = await sealed(2)
  const id = newId(clock.now())
  await tamper(async (tx) => {
    await tx.update(AuditSeal, { seq: 2 }, { seq: 3 })
    await tx.insert(AuditRecord, {
      id,
      at: clock.now().toISOString(),
      event: 'false',
      actorKind: 'system',
      actorId: null,
      data: '{}',
    })
    await tx.insert(AuditSeal, { seq: 2, recordId: id, hash: seals[1]?.hash ?? '' })
  })
  expect(await verifyAudit(database.read, clock)).toEqual({ ok: false, fault: 'record_or_seal_altered', seq: 2, recordId: id })
})
