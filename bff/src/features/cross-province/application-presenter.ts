import type { ApplicationDto } from '@one-visit/shared/cross-province/contract'
import type { CountyPack } from '../../platform/county-pack'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { CrossProvinceApplication } from './application.entity'
import { type ApplicationOutcome, openOutcome } from './application-content'

export interface PresenterDeps {
  readonly crypto: FieldCrypto
  readonly pack: CountyPack
}

/** `forPerson` false: for somebody who acts for them, who gets no secret of the case. */
export function presentApplication(
  { crypto, pack }: PresenterDeps,
  row: CrossProvinceApplication,
  forPerson: boolean,
): ApplicationDto {
  const outcome = openOutcome(row, crypto)
  const opened = outcome?.kind === 'opened' ? outcome : null
  return {
    id: row.id,
    item: { id: row.itemId, name: row.itemName },
    region: { id: row.regionId, name: row.regionName },
    side: row.side,
    state: row.state,
    caseNumber: opened?.caseNumber ?? null,
    queryPassword: forPerson ? (opened?.queryPassword ?? null) : null,
    acceptedBy: opened?.acceptedBy ?? null,
    promisedBy: opened?.promisedBy ?? null,
    refusal: outcome && outcome.kind !== 'opened' ? refusalWords(pack, outcome) : null,
    office: pack.crossProvince.regions.find(({ id }) => id === row.regionId)?.office ?? null,
    createdAt: row.createdAt,
  }
}

/** Why there is no case: the department's words, or ours where it said nothing. */
export function refusalWords({ county }: CountyPack, outcome: Exclude<ApplicationOutcome, { kind: 'opened' }>): string {
  switch (outcome.kind) {
    case 'not_accepted':
      return outcome.reason
    case 'already_applied':
      return '这件事您已经申请过，还在办。请在“我的办件”里看办到哪一步。'
    case 'given_up':
      return `部门的系统三天都没有答复。请先看“我的办件”里有没有这件事，没有的话请再申请一次，或拨 ${county.phone}。`
  }
}
