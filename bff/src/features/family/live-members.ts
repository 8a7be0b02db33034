import type { FindOptionsWhere } from 'typeorm'
import { FamilyMember } from '../../identity/family-member.entity'
import type { Reader } from '../../platform/database'

/** Whether an entry still counts: neither a request past its week nor a minor who has come of age. */
const isLive = ({ endsAt }: FamilyMember, now: Date): boolean => endsAt === null || endsAt > now.toISOString()

/** One entry by what it must match; null when there is none that counts. */
export async function findLiveMember(
  read: Reader,
  where: FindOptionsWhere<FamilyMember>,
  now: Date,
): Promise<FamilyMember | null> {
  const member = await read.findOneBy(FamilyMember, where)
  return member && isLive(member, now) ? member : null
}

/** The entries that count, oldest first. */
export async function findLiveMembers(read: Reader, where: FindOptionsWhere<FamilyMember>, now: Date): Promise<FamilyMember[]> {
  const members = await read.find(FamilyMember, { where, order: { id: 'ASC' } })
  return members.filter((member) => isLive(member, now))
}
