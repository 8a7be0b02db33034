import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerAdmin } from './admin'
import { answerDepartment } from './answer-department'
import type { Fault } from './faults'
import type { GivenDose } from './health/doses'
import type { ColourNote, TestNote } from './health/health-book'
import { licenceIdsOf } from './licence-ids-of'
import type { SentSms } from './sms/sms'
import type { SentSubscribeMessage } from './wechat/wechat'
import { createWorld, type DepartmentName } from './world'

export interface FakeDepartmentsOptions {
  /** 0 or nothing: a free one. */
  readonly port?: number
  readonly clock?: () => Date
}

/** All the departments a county talks to, in one process, over real HTTP. Not for production. */
export interface FakeDepartments {
  readonly url: string
  readonly port: number
  setFault(department: DepartmentName, fault: Fault): void
  clearFaults(): void
  /** The next step of a case happens now; false when nothing is left to happen. */
  advance(caseNumber: string): boolean
  /** The health department writes down one more dose. */
  giveDose(dose: GivenDose): void
  /** From now on the person has this health colour. */
  setHealthColour(person: string, note: ColourNote): void
  /** The health department writes down a test that was taken now. */
  addHealthTest(test: Omit<TestNote, 'at'>): void
  /** The ids of what a person has in the licence library and of the e-voucher, by the department's name of the licence. */
  licenceIdsOf(person: string): Readonly<Record<string, string>>
  /** A licence of any department is cancelled now; false for an unknown one. */
  cancelLicence(licenceId: string): boolean
  smsSent(phone?: string): SentSms[]
  wechatSent(): SentSubscribeMessage[]
  /** From now on this WeChat user's messages answer 43101. */
  refuseMessages(openId: string): void
  /** The receipts of what the case system has handed to regions on the other side. */
  partnerReceipts(): readonly string[]
  /** Calls that arrived, by `department/path`. */
  calls(): Readonly<Record<string, number>>
  close(): Promise<void>
}

/** Starts the fakes on loopback. */
export async function startFakeDepartments({
  port = 0,
  clock = () => new Date(),
}: FakeDepartmentsOptions = {}): Promise<FakeDepartments> {
  let url = ''
  const world = createWorld(clock, () => url)
  const server = createServer((request, response) => {
    const handle = request.url?.startsWith('/admin/') ? answerAdmin : answerDepartment
    handle(world, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  const at = await listen(server, port)
  url = `http://127.0.0.1:${at.port}`
  return {
    url,
    port: at.port,
    setFault: (department, fault) => void world.faults.set(department, fault),
    clearFaults: () => {
      world.faults.clear()
    },
    advance: (number) => world.books.some((book) => book.advance(number)),
    giveDose: (dose) => void world.doses.push(dose),
    setHealthColour: (person, note) => {
      world.healthBook.setColour(person, note)
    },
    addHealthTest: (test) => {
      world.healthBook.addTest(test)
    },
    licenceIdsOf: (person) => licenceIdsOf(world, person),
    cancelLicence: (licenceId) => world.register.cancel(licenceId),
    smsSent: (phone) => world.sms.filter((one) => phone === undefined || one.phone === phone),
    wechatSent: () => [...world.wechatMessages],
    refuseMessages: (openId) => void world.wechat.refusesMessages.add(openId),
    partnerReceipts: () => world.partnerBook.receiptsGiven(),
    calls: () => Object.fromEntries(world.calls),
    close: () => close(server),
  }
}

function listen(server: Server, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      resolve(server.address() as AddressInfo)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    // Calls that hang on purpose would keep it open.
    server.closeAllConnections()
  })
}
