import { z } from 'zod'

/**
 * A backup is a gzip of lines of JSON: the header; for each table its shape, its rows as lists of values, and how many there
 * were; the end with the sum. It says nothing of the database that it came from, so that either kind takes it.
 */
export const BackupHeader = z.object({
  format: z.literal('one-visit-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Names of the migrations that the database had, in the order they ran. */
  migrations: z.array(z.string()).min(1),
})
export const TableStart = z.object({
  table: z.string().regex(/^[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z_0-9]+$/)).min(1),
})
export const TableEnd = z.object({ table: z.string(), rows: z.int() })
export const BackupEnd = z.object({ end: z.literal(true), tables: z.int(), rows: z.int() })
/** What the tables hold: texts and numbers (see the migrations). */
export const BackupRow = z.array(z.union([z.string(), z.number(), z.null()]))

export type BackupHeader = z.output<typeof BackupHeader>
export type TableStart = z.output<typeof TableStart>
export type BackupRow = z.output<typeof BackupRow>

export interface BackupSum {
  readonly tables: number
  readonly rows: number
}

/** The message says what the person who runs the command can do. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
