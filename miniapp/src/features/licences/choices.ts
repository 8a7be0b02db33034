import type { LicenceDto } from '@one-visit/shared/licences/contract'
import { LICENCE_PRESETS, LICENCE_TYPE_TEXT, type LicencePreset } from '@one-visit/shared/licences/rules'

/** The library lets nobody show what has run out or was cancelled. */
export const canPresent = ({ state }: LicenceDto): boolean => state === 'valid' || state === 'expiring'

export interface PresetChoice {
  readonly preset: LicencePreset
  readonly licence: LicenceDto
  /** Those of the preset that this licence has. */
  readonly fields: readonly string[]
}

/** What is usually asked for and this person can show. `over18` and its like are the point of their preset: without it there is none. */
export function presetChoices(licences: readonly LicenceDto[]): PresetChoice[] {
  return LICENCE_PRESETS.flatMap((preset) =>
    licences
      .filter((licence) => licence.type === preset.type && canPresent(licence))
      .map((licence) => ({ preset, licence, fields: preset.fields.filter((key) => hasField(licence, key)) }))
      .filter(({ fields }) => fields.length > 0 && (preset.id !== 'over_18' || fields.includes('over18'))),
  )
}

const hasField = ({ fields }: LicenceDto, key: string): boolean => fields.some((field) => field.key === key)

/** Keys from an address that this licence has, in the order of the licence. */
export function readFields(licence: LicenceDto, keys: string | undefined): LicenceDto['fields'] {
  const asked = new Set((keys ?? '').split(','))
  return licence.fields.filter(({ key }) => asked.has(key))
}

export const typeName = ({ type }: Pick<LicenceDto, 'type'>): string => LICENCE_TYPE_TEXT[type].name
