import { CaseBook } from './case-file'
import { fakeCases } from './cases/cases'
import { GENERAL_FILES } from './cases/files'
import { CaseDesk } from './cases/open-case'
import { fakeCommunications } from './communications/communications'
import type { FakeDepartment } from './fake-department'
import type { Fault } from './faults'
import { type GivenDose, plannedDoses } from './health/doses'
import { fakeHealth } from './health/health'
import { HealthBook } from './health/health-book'
import { fakeInsurance } from './insurance/insurance'
import { VOUCHERS } from './insurance/vouchers'
import { holdings } from './licence-library/holdings'
import type { FakeLicence } from './licence-library/kinds'
import { fakeLicenceLibrary } from './licence-library/licence-library'
import { LicenceRegister } from './licence-library/register'
import { askPartner } from './partner-region/ask-partner'
import { fakePartnerRegion, PartnerBook } from './partner-region/partner-region'
import { EXIT_ENTRY_FILES, ID_CARD_FILES } from './police/files'
import { fakePolice } from './police/police'
import { fakeProvincial } from './provincial/provincial'
import { fakeSocialSecurity } from './social-security/social-security'
import { fakeSms, type SentSms } from './sms/sms'
import { TifChecker } from './tif-check'
import { type FakeWechat, fakeWechat, type SentSubscribeMessage } from './wechat/wechat'

export const DEPARTMENT_NAMES = [
  'police',
  'cases',
  'health',
  'communications',
  'insurance',
  'licence_library',
  'social_security',
  'sms',
  'provincial',
  'wechat',
  'partner_region',
] as const
export type DepartmentName = (typeof DEPARTMENT_NAMES)[number]

/** Everything the fakes know and remember. */
export interface World {
  readonly departments: Readonly<Record<DepartmentName, FakeDepartment>>
  readonly wechat: FakeWechat
  readonly checkers: Readonly<Record<DepartmentName, TifChecker>>
  readonly books: readonly CaseBook[]
  /** What the regions on the other side of cases have had. */
  readonly partnerBook: PartnerBook
  readonly faults: Map<DepartmentName, Fault>
  readonly doses: GivenDose[]
  readonly healthBook: HealthBook
  /** What is in the licence library; the register knows the e-vouchers too. */
  readonly licences: readonly FakeLicence[]
  readonly register: LicenceRegister
  readonly sms: SentSms[]
  readonly wechatMessages: SentSubscribeMessage[]
  readonly calls: Map<string, number>
}

/** `urlOf`: where the fakes are, known once they listen: the case system asks the regions by the same way as everybody. */
export function createWorld(clock: () => Date, urlOf: () => string): World {
  const start = clock()
  const idCards = new CaseBook(ID_CARD_FILES, start, clock)
  const exitEntry = new CaseBook(EXIT_ENTRY_FILES, start, clock)
  const general = new CaseBook(GENERAL_FILES, start, clock)
  const partnerBook = new PartnerBook(clock)
  const caseDesk = new CaseDesk(general, askPartner(urlOf, clock), clock, (receipt) => partnerBook.advance(receipt))
  const doses = plannedDoses(start)
  const healthBook = new HealthBook(start, clock)
  const licences = holdings(start)
  const register = new LicenceRegister(new Set([...licences, ...VOUCHERS].map(({ licenceId }) => licenceId)))
  const sms: SentSms[] = []
  const wechatMessages: SentSubscribeMessage[] = []
  const wechat = fakeWechat(wechatMessages)
  return {
    departments: {
      police: fakePolice({ idCards, exitEntry }),
      cases: fakeCases(general, caseDesk),
      health: fakeHealth({ doses, book: healthBook, licences: register }),
      communications: fakeCommunications(clock),
      insurance: fakeInsurance(register, start),
      licence_library: fakeLicenceLibrary(licences, register),
      social_security: fakeSocialSecurity(clock),
      sms: fakeSms(sms, clock),
      provincial: fakeProvincial(),
      wechat,
      partner_region: fakePartnerRegion(partnerBook),
    },
    wechat,
    checkers: checkers(clock),
    books: [idCards, exitEntry, general],
    partnerBook,
    faults: new Map(),
    doses,
    healthBook,
    licences,
    register,
    sms,
    wechatMessages,
    calls: new Map(),
  }
}

function checkers(clock: () => Date): World['checkers'] {
  return Object.fromEntries(DEPARTMENT_NAMES.map((name) => [name, new TifChecker(clock)])) as Record<DepartmentName, TifChecker>
}
