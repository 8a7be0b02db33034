import { CaseBook } from './case-file'
import { fakeCases } from './cases/cases'
import { GENERAL_FILES } from './cases/files'
import type { FakeDepartment } from './fake-department'
import type { Fault } from './faults'
import { fakeHealth } from './health/health'
import { type GivenDose, plannedDoses } from './health/doses'
import { EXIT_ENTRY_FILES, ID_CARD_FILES } from './police/files'
import { fakePolice } from './police/police'
import { fakeProvincial } from './provincial/provincial'
import { fakeSms, type SentSms } from './sms/sms'
import { TifChecker } from './tif-check'
import { type FakeWechat, fakeWechat, type SentSubscribeMessage } from './wechat/wechat'

export const DEPARTMENT_NAMES = ['police', 'cases', 'health', 'sms', 'provincial', 'wechat'] as const
export type DepartmentName = (typeof DEPARTMENT_NAMES)[number]

/** Everything the fakes know and remember. */
export interface World {
  readonly departments: Readonly<Record<DepartmentName, FakeDepartment>>
  readonly wechat: FakeWechat
  readonly checkers: Readonly<Record<DepartmentName, TifChecker>>
  readonly books: readonly CaseBook[]
  readonly faults: Map<DepartmentName, Fault>
  readonly doses: GivenDose[]
  readonly sms: SentSms[]
  readonly wechatMessages: SentSubscribeMessage[]
  readonly calls: Map<string, number>
}

export function createWorld(clock: () => Date): World {
  const start = clock()
  const idCards = new CaseBook(ID_CARD_FILES, start, clock)
  const exitEntry = new CaseBook(EXIT_ENTRY_FILES, start, clock)
  const general = new CaseBook(GENERAL_FILES, start, clock)
  const doses = plannedDoses(start)
  const sms: SentSms[] = []
  const wechatMessages: SentSubscribeMessage[] = []
  const wechat = fakeWechat(wechatMessages)
  const checker = (): TifChecker => new TifChecker(clock)
  return {
    departments: {
      police: fakePolice({ idCards, exitEntry }),
      cases: fakeCases(general),
      health: fakeHealth(doses),
      sms: fakeSms(sms, clock),
      provincial: fakeProvincial(),
      wechat,
    },
    wechat,
    checkers: {
      police: checker(),
      cases: checker(),
      health: checker(),
      sms: checker(),
      provincial: checker(),
      wechat: checker(),
    },
    books: [idCards, exitEntry, general],
    faults: new Map(),
    doses,
    sms,
    wechatMessages,
    calls: new Map(),
  }
}
