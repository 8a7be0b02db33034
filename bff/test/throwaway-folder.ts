import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Of Linux; containers often have one of 64 MB. */
const IN_MEMORY = '/dev/shm'
const ROOM_BYTES = 4 * 2 ** 30

function hasRoom(): boolean {
  try {
    fs.accessSync(IN_MEMORY, fs.constants.W_OK)
    const { bavail, bsize } = fs.statfsSync(IN_MEMORY)
    return bavail * bsize >= ROOM_BYTES && os.freemem() >= ROOM_BYTES
  } catch {
    return false
  }
}

/**
 * A new folder for databases that are thrown away: in memory where this machine has room there, since a copy of a database is
 * hundreds of files, which many disks make slowly.
 */
export function makeThrowawayFolder(prefix: string): string {
  return fs.mkdtempSync(path.join(hasRoom() ? IN_MEMORY : os.tmpdir(), prefix))
}
