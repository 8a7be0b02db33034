import { Account } from '../../../identity/account.entity'
import { HelpRequest, SEALED_REQUEST } from '../../../identity/help-request.entity'
import type { Mandate } from '../../../identity/mandate.entity'
import { findPhone, SEALED } from '../../../identity/person'
import { SEALED_STAFF, StaffMember } from '../../../identity/staff-member.entity'
import type { FieldCrypto } from '../../../platform/crypto/field-crypto'
import type { Reader } from '../../../platform/database'
import { sensitive, type Sensitive } from '../../../platform/sensitive'

type Sides = Pick<Mandate, 'accountId' | 'actorKind' | 'actorId' | 'taskId'>

/**
 * The phone by which the person can be reached: that of their account, else the one given with the task, if they or the counter
 * gave it. Null when there is none, and when it is a phone of the one who acts: they must not answer for the person.
 */
export async function findPersonPhone(read: Reader, crypto: FieldCrypto, sides: Sides): Promise<Sensitive<string> | null> {
  const phone = (await findPhone(read, crypto, sides.accountId)) ?? (await findTaskPhone(read, crypto, sides))
  if (!phone) return null
  const actors = await findActorPhones(read, crypto, sides)
  return actors.includes(phone.reveal()) ? null : phone
}

async function findTaskPhone(read: Reader, crypto: FieldCrypto, { taskId, accountId }: Sides): Promise<Sensitive<string> | null> {
  const task = taskId === null ? null : await read.findOneBy(HelpRequest, { id: taskId })
  if (!task?.phoneSealed || (task.askedByKind === 'resident' && task.askedById !== accountId)) return null
  return sensitive(crypto.open(task.phoneSealed, SEALED_REQUEST.phone))
}

/** All that are known: a volunteer has one at work and perhaps one on an account of their own. */
async function findActorPhones(read: Reader, crypto: FieldCrypto, { actorKind, actorId }: Sides): Promise<string[]> {
  if (actorKind === 'resident') return revealed(await findPhone(read, crypto, actorId))
  const member = await read.findOneBy(StaffMember, { id: actorId })
  const own = member?.residentIdIndex ? await read.findOneBy(Account, { residentIdIndex: member.residentIdIndex }) : null
  return [
    ...(member?.phoneSealed ? [crypto.open(member.phoneSealed, SEALED_STAFF.phone)] : []),
    ...(own?.phoneSealed ? [crypto.open(own.phoneSealed, SEALED.phone)] : []),
  ]
}

const revealed = (phone: Sensitive<string> | null): string[] => (phone ? [phone.reveal()] : [])
