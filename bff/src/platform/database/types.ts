import type { EntityManager, MigrationInterface } from 'typeorm'
import type { Logger } from 'pino'
import type { SqlPart } from './sql-text'

export type DatabaseKind = 'sqlite' | 'postgres'

/** SQL written by hand: see database.ts. */
interface ReadStatements {
  sql<Rows extends object[]>(strings: TemplateStringsArray, ...values: SqlPart[]): Promise<Rows>
}

/** Tables whose rows several transactions fight for. */
type LockableTable = 'accounts' | 'appointment_slots' | 'staff_members'

interface WriteStatements extends ReadStatements {
  /** How many rows the statement changed. */
  affected(strings: TemplateStringsArray, ...values: SqlPart[]): Promise<number>
  /**
   * The rows as they are now, kept from changing until this transaction ends. Lock all you need at once, before anything else
   * that waits: PostgreSQL locks them in the order of their ids.
   */
  lockRows<Rows extends object[]>(table: LockableTable, ids: readonly string[]): Promise<Rows>
}

type Reads =
  | 'find'
  | 'findBy'
  | 'findAndCount'
  | 'findAndCountBy'
  | 'findOne'
  | 'findOneBy'
  | 'findOneOrFail'
  | 'findOneByOrFail'
  | 'count'
  | 'countBy'
  | 'exists'
  | 'existsBy'
  | 'createQueryBuilder'

/** Reads committed data; the database itself refuses a write through it. A `Transaction` is one too. */
export type Reader = Pick<EntityManager, Reads> & ReadStatements

declare const inTransaction: unique symbol

/** What `work` writes with; worth nothing once `work` has returned. Raw queries go through `sql` and `affected`. */
export type Transaction = Omit<
  EntityManager,
  'transaction' | 'query' | 'sql' | 'dataSource' | 'connection' | 'queryRunner' | 'release' | 'clear'
> &
  WriteStatements & { readonly [inTransaction]: true }

export interface TransactionOptions {
  /** Says that the work finds out by itself whether it was done before: it is run again even when COMMIT may have happened. */
  readonly repeatable?: boolean
}

export interface Database {
  readonly kind: DatabaseKind
  readonly read: Reader
  /**
   * Runs `work` and answers after COMMIT, or rolls back all of it and throws what it threw. `work` awaits nothing but the
   * database (on SQLite everyone else's write waits for it; 10 s at most), and may run more than once (on PostgreSQL it is
   * run again after a serialization failure, a deadlock, or a line that broke before COMMIT). Throws when called inside a
   * transaction: hand `tx` on instead. When PostgreSQL stays away, or the line broke so late that nobody knows whether COMMIT
   * happened, throws `service_unavailable`.
   */
  inTransaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Finishes the writes it has taken, refuses new ones, and closes. */
  close(): Promise<void>
}

type EntityClass = new () => object
type MigrationClass = new () => MigrationInterface

export interface DatabaseOptions {
  readonly url: string
  readonly entities: readonly EntityClass[]
  readonly migrations: readonly MigrationClass[]
  readonly logger?: Pick<Logger, 'warn'>
  /** For looking only, at a database that is in use or not: no migrations, no writes. */
  readonly readonly?: boolean
  /** Milliseconds for which a PostgreSQL server that has gone is waited for; some seconds unless said. */
  readonly waitsMs?: number
}
