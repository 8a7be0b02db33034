import type { CaseApplication } from '../../departments/cases/open-case'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { CrossProvinceApplication } from './application.entity'

/** What is sent, beside who the person is: as the pack said it on the day, so that a later pack changes nothing. */
export type ApplicationContent = Pick<CaseApplication, 'item' | 'region' | 'answers'>

/** What came of it. `given_up`: the department never answered. */
export type ApplicationOutcome =
  | {
      readonly kind: 'opened'
      readonly caseNumber: string
      readonly queryPassword: string
      readonly acceptedBy: string
      readonly promisedBy: string | null
    }
  | { readonly kind: 'not_accepted'; readonly reason: string }
  | { readonly kind: 'already_applied' }
  | { readonly kind: 'given_up' }

export const SEALED_APPLICATION = { content: 'cross_province.content', outcome: 'cross_province.outcome' } as const

export const sealContent = (content: ApplicationContent, crypto: FieldCrypto): string =>
  crypto.seal(JSON.stringify(content), SEALED_APPLICATION.content)

export const sealOutcome = (outcome: ApplicationOutcome, crypto: FieldCrypto): string =>
  crypto.seal(JSON.stringify(outcome), SEALED_APPLICATION.outcome)

/** Null once the department has answered: it has them, and nothing here needs them any more. */
export function openContent(
  { contentSealed }: Pick<CrossProvinceApplication, 'contentSealed'>,
  crypto: FieldCrypto,
): ApplicationContent | null {
  return contentSealed === '' ? null : (JSON.parse(crypto.open(contentSealed, SEALED_APPLICATION.content)) as ApplicationContent)
}

/** Null while it is on its way. */
export function openOutcome(
  { outcomeSealed }: Pick<CrossProvinceApplication, 'outcomeSealed'>,
  crypto: FieldCrypto,
): ApplicationOutcome | null {
  return outcomeSealed === null
    ? null
    : (JSON.parse(crypto.open(outcomeSealed, SEALED_APPLICATION.outcome)) as ApplicationOutcome)
}
