import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import type { DepartmentPerson } from '../../bff/src/departments/department-person'
import { createDepartments, type DepartmentClients } from '../../bff/src/departments/departments'
import { askSources } from '../../bff/src/features/licences/sources'
import { Message } from '../../bff/src/features/messages/message.entity'
import { sealContent } from '../../bff/src/features/messages/message-presenter'
import { Account } from '../../bff/src/identity/account.entity'
import { SEALED } from '../../bff/src/identity/person'
import { startSession } from '../../bff/src/identity/session-store'
import type { Clock } from '../../bff/src/platform/clock'
import { loadConfig } from '../../bff/src/platform/config'
import { createMetrics } from '../../bff/src/platform/http/metrics'
import { newId } from '../../bff/src/platform/ids'
import { createLogger } from '../../bff/src/platform/logger'
import { sensitive } from '../../bff/src/platform/sensitive'
import { demoEnvironment } from '../../bff/test/demo-environment'
import { PEOPLE, type Person } from '../fake-departments/people'
import { startFakeDepartments } from '../fake-departments/start'
import type { Store } from './place'

const ACCOUNTS = 64
const MESSAGES = 4
/** Copies are made as if an hour from now: they stay fresh for the whole run, so that no department is measured. */
const AHEAD_MS = 3_600_000

/** Residents whose real names are verified, each with a session and copies of their cases and licences, and some messages; hands back the tokens. */
export async function seedResidents(store: Store): Promise<string[]> {
  const [person] = PEOPLE
  if (!person) throw new Error('The fake departments know nobody.')
  const indexes = Array.from({ length: ACCOUNTS }, (_, number) => store.crypto.blindIndex(`bench ${number}`, 'bench'))
  const tokens: string[] = []
  for (const index of indexes) tokens.push(await seedResident(store, person, index))
  await keepCopies(store, indexes)
  return tokens
}

function seedResident({ database, crypto, clock }: Store, person: Person, index: string): Promise<string> {
  const now = clock.now()
  const account = {
    id: newId(now),
    phoneSealed: crypto.seal(person.phone, SEALED.phone),
    phoneIndex: index,
    nameSealed: crypto.seal(person.name, SEALED.name),
    residentIdSealed: crypto.seal(person.residentId, SEALED.residentId),
    residentIdIndex: index,
    realNameVerifiedAt: now.toISOString(),
    privacyVersion: PRIVACY_VERSION,
    createdAt: now.toISOString(),
  }
  return database.inTransaction(async (tx) => {
    await tx.insert(Account, account)
    const content = sealContent({ title: '预约成功', body: '您预约了县政务服务中心。', link: null }, crypto)
    for (let number = 0; number < MESSAGES; number += 1) {
      const dedupeKey = `${account.id} ${number}`
      const message = { id: newId(now), accountId: account.id, at: now.toISOString(), kind: 'visit', readAt: null } as const
      await tx.insert(Message, { ...message, contentSealed: content, dedupeKey })
    }
    const start = {
      subjectKind: 'resident',
      subjectId: account.id,
      provider: 'sms',
      deviceId: null,
      deviceLabel: 'bench',
      now,
    } as const
    return (await startSession(tx, start)).token
  })
}

type Ask = (clients: DepartmentClients, person: DepartmentPerson) => Promise<void>

/** The cases and the wallet; of one person, whoever's copies they are. */
export async function askForCasesAndWallet(clients: DepartmentClients, person: DepartmentPerson): Promise<void> {
  const { value } = await clients.police.idCardApplications(person)
  if (value.length === 0) throw new Error('There is no case to measure with.')
  await clients.police.exitEntryApplications(person)
  await clients.cases.casesOf(person)
  const answers = await askSources(clients, person, new AbortController().signal)
  if (answers.some(({ status }) => status === 'rejected')) throw new Error('There is no wallet to measure with.')
}

/** Keeps copies of what the fake departments answer, for each owner. */
export async function keepCopies(
  { database, crypto, clock: present }: Store,
  owners: readonly string[],
  ask: Ask = askForCasesAndWallet,
): Promise<void> {
  const residentId = sensitive(PEOPLE[0]?.residentId ?? '')
  const clock: Clock = { now: () => new Date(present.now().getTime() + AHEAD_MS) }
  const fakes = await startFakeDepartments({ clock: () => clock.now() })
  const config = loadConfig({ ...demoEnvironment(fakes.url), NODE_ENV: 'development' })
  const log = createLogger({ logLevel: 'silent' })
  const departments = createDepartments({ config, database, crypto, clock, log, metrics: createMetrics() })
  try {
    for (const owner of owners) await ask(departments.clients, { residentId, owner })
  } finally {
    await departments.close()
    await fakes.close()
  }
}
