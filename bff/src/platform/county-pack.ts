import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { findContradictions } from './county-pack/contradictions'
import { CrossProvinceFile } from './county-pack/cross-province-file'
import { ItemsFile, ZonesFile } from './county-pack/items-file'
import { BookingFile, CountyFile, ItemGroupsFile, OfficesFile, OpeningFile, ProxyFile } from './county-pack/pack-files'
import { SelfServiceFile } from './county-pack/self-service-file'

const FILES = {
  county: 'county.json',
  offices: 'offices.json',
  itemGroups: 'item-groups.json',
  opening: 'opening.json',
  booking: 'booking.json',
  proxy: 'proxy.json',
  items: 'items.json',
  zones: 'zones.json',
  crossProvince: 'cross-province.json',
  selfService: 'self-service.json',
} as const

/** Everything a county decides, checked. */
export interface CountyPack {
  readonly county: z.output<typeof CountyFile>
  readonly offices: z.output<typeof OfficesFile>['offices']
  readonly itemGroups: z.output<typeof ItemGroupsFile>['itemGroups']
  readonly opening: z.output<typeof OpeningFile>
  readonly booking: z.output<typeof BookingFile>
  readonly proxy: z.output<typeof ProxyFile>
  readonly items: z.output<typeof ItemsFile>['items']
  readonly zones: z.output<typeof ZonesFile>['zones']
  readonly crossProvince: z.output<typeof CrossProvinceFile>
  readonly selfService: Omit<z.output<typeof SelfServiceFile>, 'sources'>
}

/** Names every mistake by file and path, so that a county can mend its pack without reading code. */
export class CountyPackError extends Error {
  override name = 'CountyPackError'
}

/** `<folder>/<division>-<name>/`; throws `CountyPackError`. */
export function findPackFolder(folder: string, division: string): string {
  const found = readdirSync(folder).find((name) => name.startsWith(`${division}-`))
  if (found === undefined) throw new CountyPackError(`No county pack for division ${division} in ${folder}`)
  return path.join(folder, found)
}

/** Loads the pack of a division; throws `CountyPackError`. */
export function loadCountyPack(folder: string, division: string): CountyPack {
  const own = findPackFolder(folder, division)
  const fileOf = (key: keyof CountyPack): string => path.join(own, FILES[key])
  const pack = readPack(fileOf)
  const contradictions = findContradictions(pack, division)
  if (contradictions.length === 0) return pack
  throw new CountyPackError(contradictions.map(({ file, at, message }) => `${fileOf(file)} at ${at}: ${message}`).join('\n'))
}

function readPack(fileOf: (key: keyof CountyPack) => string): CountyPack {
  const mistakes: string[] = []
  const read = <T>(key: keyof CountyPack, schema: z.ZodType<T>): T | null => readPackFile(fileOf(key), schema, mistakes)
  const [county, offices, groups] = [read('county', CountyFile), read('offices', OfficesFile), read('itemGroups', ItemGroupsFile)]
  const [opening, booking, proxy] = [read('opening', OpeningFile), read('booking', BookingFile), read('proxy', ProxyFile)]
  const [items, zones, selfService] = [read('items', ItemsFile), read('zones', ZonesFile), read('selfService', SelfServiceFile)]
  const crossProvince = read('crossProvince', CrossProvinceFile)
  if (!county || !offices || !groups || !opening || !booking || !proxy || !items || !zones || !selfService || !crossProvince)
    throw new CountyPackError(mistakes.join('\n'))
  const lists = { offices: offices.offices, itemGroups: groups.itemGroups, items: items.items, zones: zones.zones }
  return { ...lists, county, opening, booking, proxy, selfService, crossProvince }
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
