import { randomFillSync } from 'node:crypto'
import { uuidv7 } from '@one-visit/shared/kernel/ids'

/** Random bytes are fetched many at a time: one call for each id costs more than the id. */
const pool = Buffer.alloc(4096)
let used = pool.length

function randomBytes(count: number): Uint8Array {
  if (used + count > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += count
  return pool.subarray(used - count, used)
}

/** A new UUIDv7 (RFC 9562, 5.7): ids of one millisecond sort in the order they were made. */
export function newId(at: Date = new Date()): string {
  return uuidv7(randomBytes, at.getTime())
}
