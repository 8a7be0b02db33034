import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { findContradictions } from './county-pack/contradictions'
import { BookingFile, CountyFile, ItemGroupsFile, OfficesFile, OpeningFile, ProxyFile } from './county-pack/pack-files'

const FILES = {
  county: 'county.json',
  offices: 'offices.json',
  itemGroups: 'item-groups.json',
  opening: 'opening.json',
  booking: 'booking.json',
  proxy: 'proxy.json',
} as const

/** Everything a county decides, checked. */
export interface CountyPack {
  readonly county: z.output<typeof CountyFile>
  readonly offices: z.output<typeof OfficesFile>['offices']
  readonly itemGroups: z.output<typeof ItemGroupsFile>['itemGroups']
  readonly opening: z.output<typeof OpeningFile>
  readonly booking: z.output<typeof BookingFile>
  readonly proxy: z.output<typeof ProxyFile>
}

/** Names every mistake by file and path, so that a county can mend its pack without reading code. */
export class CountyPackError extends Error {
  override name = 'CountyPackError'
}

/** Loads the pack of a division from `<folder>/<division>-<name>/`; throws `CountyPackError`. */
export function loadCountyPack(folder: string, division: string): CountyPack {
  const found = readdirSync(folder).find((name) => name.startsWith(`${division}-`))
  if (found === undefined) throw new CountyPackError(`No county pack for division ${division} in ${folder}`)
  const fileOf = (key: keyof CountyPack): string => path.join(folder, found, FILES[key])
  const pack = readPack(fileOf)
  const contradictions = findContradictions(pack, division)
  if (contradictions.length === 0) return pack
  throw new CountyPackError(contradictions.map(({ file, at, message }) => `${fileOf(file)} at ${at}: ${message}`).join('\n'))
}

function readPack(fileOf: (key: keyof CountyPack) => string): CountyPack {
  const mistakes: string[] = []
  const county = readPackFile(fileOf('county'), CountyFile, mistakes)
  const offices = readPackFile(fileOf('offices'), OfficesFile, mistakes)
  const itemGroups = readPackFile(fileOf('itemGroups'), ItemGroupsFile, mistakes)
  const opening = readPackFile(fileOf('opening'), OpeningFile, mistakes)
  const booking = readPackFile(fileOf('booking'), BookingFile, mistakes)
  const proxy = readPackFile(fileOf('proxy'), ProxyFile, mistakes)
  if (!county || !offices || !itemGroups || !opening || !booking || !proxy) throw new CountyPackError(mistakes.join('\n'))
  return { county, offices: offices.offices, itemGroups: itemGroups.itemGroups, opening, booking, proxy }
}

/** The file's content, or null after adding its mistakes to the list. */
function readPackFile<T>(file: string, schema: z.ZodType<T>, mistakes: string[]): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (parsed.success) return parsed.data
    mistakes.push(...parsed.error.issues.map(({ path: at, message }) => `${file} at ${at.join('.') || '(top)'}: ${message}`))
  } catch (error) {
    mistakes.push(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`)
  }
  return null
}
