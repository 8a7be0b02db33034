import { randomBytes } from 'node:crypto'
import { uuidv7 } from '@one-visit/shared/kernel/ids'

/** A new UUIDv7 (RFC 9562, 5.7): ids of one millisecond sort in the order they were made. */
export function newId(at: Date = new Date()): string {
  return uuidv7((count) => randomBytes(count), at.getTime())
}
