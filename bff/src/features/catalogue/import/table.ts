/** Text as it stands in the file; a `Date` where a spreadsheet program took it for a date. */
export type Cell = string | Date

/** A file that is no table for us; says in plain Chinese what its owner can do. */
export class UnreadableTable extends Error {
  override name = 'UnreadableTable'
}
