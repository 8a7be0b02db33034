import type { FieldCrypto } from '../../platform/crypto/field-crypto'

/** What a presentation is about, encrypted in its row. `fields`: those that are disclosed online; offline the code has them. */
export interface PresentationContent {
  readonly licenceId: string
  readonly issuer: string
  readonly fields: readonly (readonly [key: string, value: string])[]
}

export const presentationPurpose = (id: string): string => `licence.presentation:${id}`

export function sealContent(crypto: FieldCrypto, id: string, content: PresentationContent): string {
  return crypto.seal(JSON.stringify(content), presentationPurpose(id))
}

export function openContent(crypto: FieldCrypto, id: string, sealed: string): PresentationContent {
  return JSON.parse(crypto.open(sealed, presentationPurpose(id))) as PresentationContent
}
