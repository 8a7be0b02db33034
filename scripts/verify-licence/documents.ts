import type { CodeKey } from '@one-visit/shared/kernel/signed-code/verify-code'
import type { StatusListText } from '@one-visit/shared/licences/status-list'

const STATUS_PARTS = ['list', 'issuedAt', 'expiresAt', 'kid', 'signature'] as const
const KEY_PARTS = ['kid', 'x', 'notBefore'] as const

/** By hand: a validator library would be most of the page. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

const hasTexts = (value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === 'string')

function isKey(value: unknown): value is CodeKey {
  if (!isObject(value) || !hasTexts(value, KEY_PARTS)) return false
  const ends = value['notAfter'] === null || hasTexts(value, ['notAfter'])
  return ends && (value['crv'] === 'Ed25519' || (value['crv'] === 'SM2' && hasTexts(value, ['y'])))
}

const isStatus = (value: unknown): value is StatusListText => isObject(value) && hasTexts(value, STATUS_PARTS)

/** The keys of a published key set that this verifier understands; null when it is no key set. */
export function readKeys(document: unknown): readonly CodeKey[] | null {
  const keys = isObject(document) ? document['keys'] : null
  if (!Array.isArray(keys)) return null
  const known = keys.filter(isKey)
  return known.length > 0 ? known : null
}

/** A published status list; null when it is none. */
export function readStatus(document: unknown): StatusListText | null {
  return isStatus(document) ? document : null
}
