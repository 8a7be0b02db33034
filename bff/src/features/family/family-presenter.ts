import { ELDER_AGE } from '@one-visit/shared/appointments/rules'
import type { FamilyMemberDto, FamilyViewerDto } from '@one-visit/shared/family/contract'
import type { Relation } from '@one-visit/shared/family/rules'
import { maskName } from '@one-visit/shared/identity/rules'
import { hasTurned } from '../../identity/birthday'
import type { FamilyMember } from '../../identity/family-member.entity'
import { SEALED } from '../../identity/person'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import { sensitive } from '../../platform/sensitive'

/** Somebody on this account, the name masked. */
export function presentMember(member: FamilyMember, crypto: FieldCrypto, now: Date): FamilyMemberDto {
  const residentId = sensitive(crypto.open(member.residentIdSealed, SEALED.residentId))
  return {
    id: member.id,
    name: maskName(crypto.open(member.nameSealed, SEALED.name)),
    relation: member.relation,
    status: member.status,
    evidence: member.evidence,
    elder: hasTurned(residentId, ELDER_AGE, now),
    boundAt: member.boundAt,
    expiresAt: member.status === 'pending' ? member.endsAt : null,
  }
}

/** What the one who asked is to the one who is asked. */
const SEEN_FROM_THERE: Readonly<Record<Relation, Relation>> = {
  child: 'parent',
  parent: 'child',
  spouse: 'spouse',
  grandparent: 'other',
  other: 'other',
}

/** Somebody whose account shows this person, or asks to; `viewerName` is their real name. */
export function presentViewer(member: FamilyMember, viewerName: string): FamilyViewerDto {
  return {
    id: member.id,
    name: maskName(viewerName),
    relation: SEEN_FROM_THERE[member.relation],
    status: member.status,
    askedAt: member.askedAt,
  }
}
