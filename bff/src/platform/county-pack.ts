import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const CountyFile = z.strictObject({
  division: z.string().regex(/^\d{6}$/, 'six digits (GB/T 2260)'),
  name: z.string().min(1),
  phone: z.string().regex(/^[\d-]{3,20}$/, 'digits and hyphens'),
  phoneHours: z.string().min(1),
  /** Said wherever sample data is shown; null when every entry is the county's own. */
  sampleNotice: z.string().min(1).nullable(),
})

/** Everything a county decides, checked. */
export interface CountyPack {
  readonly county: z.output<typeof CountyFile>
}

/** Names every mistake by file and path, so that a county can mend its pack without reading code. */
export class CountyPackError extends Error {
  override name = 'CountyPackError'
}

/** Loads the pack of a division from `<folder>/<division>-<name>/`; throws `CountyPackError`. */
export function loadCountyPack(folder: string, division: string): CountyPack {
  const found = readdirSync(folder).find((name) => name.startsWith(`${division}-`))
  if (found === undefined) throw new CountyPackError(`No county pack for division ${division} in ${folder}`)
  const file = path.join(folder, found, 'county.json')
  const parsed = CountyFile.safeParse(parseJson(file))
  if (!parsed.success) {
    throw new CountyPackError(
      parsed.error.issues.map((issue) => `${file} at ${issue.path.join('.') || '(top)'}: ${issue.message}`).join('\n'),
    )
  }
  if (parsed.data.division !== division) throw new CountyPackError(`${file} at division: the folder says ${division}`)
  return { county: parsed.data }
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new CountyPackError(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`)
  }
}
