import type { MandateEvidence } from '@one-visit/shared/proxy/rules'
import { Account } from '../../../identity/account.entity'
import type { Mandate } from '../../../identity/mandate.entity'
import { StaffMember } from '../../../identity/staff-member.entity'
import { type Problem, problem } from '../../../platform/errors'
import type { StaffPrincipal } from '../../../platform/http/principal'
import type { MandateDeps } from './deps'
import { findPersonPhone } from './person-phone'

type Sides = Pick<Mandate, 'accountId' | 'actorKind' | 'actorId' | 'taskId'>

/** Throws `not_allowed` where the person's consent cannot be had in this way, with the way that is left. */
export async function requireWayToAsk(
  deps: Pick<MandateDeps, 'database' | 'crypto'>,
  staff: StaffPrincipal,
  sides: Sides,
  evidence: MandateEvidence,
): Promise<void> {
  const { read } = deps.database
  const [person, volunteer] = await Promise.all([
    read.findOneBy(Account, { id: sides.accountId }),
    read.findOneBy(StaffMember, { id: sides.actorId }),
  ])
  if (!person || !volunteer) throw problem('not_found')
  if (volunteer.residentIdIndex !== null && volunteer.residentIdIndex === person.residentIdIndex)
    throw refused('自己的事自己办，不用委托。')
  if (evidence === 'app' && !canSignIn(person)) throw refused('本人没有在手机上登录过。请用短信验证码，或到窗口当面办理。')
  if (evidence === 'phone_code' && !(await findPersonPhone(read, deps.crypto, sides)))
    throw refused('没有本人的手机号，或者留的是代办人的手机号，验证码不能发给代办人。请到窗口当面办理。')
  if (evidence === 'witnessed') await requireWitness(deps, staff, volunteer)
}

/** Staff of the office who are not volunteers, and not the one who will act. */
async function requireWitness(
  { database }: Pick<MandateDeps, 'database'>,
  staff: StaffPrincipal,
  volunteer: StaffMember,
): Promise<void> {
  const witness = await database.read.findOneBy(StaffMember, { id: staff.staffId })
  const card = witness?.residentIdIndex ?? null
  if (staff.role === 'volunteer' || (card !== null && card === volunteer.residentIdIndex))
    throw refused('当面办理要由窗口工作人员核对双方身份证，代办人自己不能作证。')
}

/** An account made at a counter has no way in until its person signs in themselves. */
export const canSignIn = ({ phoneIndex, wechatIndex, provincialIndex }: Account): boolean =>
  [phoneIndex, wechatIndex, provincialIndex].some((index) => index !== null)

const refused = (detail: string): Problem => problem('not_allowed', { detail })
