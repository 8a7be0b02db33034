import { startSession } from '../src/identity/session-store'
import { StaffMember } from '../src/identity/staff-member.entity'
import type { TestServer } from './test-server'

/** Those of seed-demo: `clerk` works at the hall, `township-clerk` at the first township, the others everywhere. */
type Username = 'clerk' | 'township-clerk' | 'volunteer' | 'supervisor' | 'admin'

export interface StaffSession {
  readonly staffId: string
  readonly token: string
}

/** Signs one of the demonstration's staff in without password and TOTP, which tests of signing in are there for. */
export function signInStaff(server: Pick<TestServer, 'database' | 'clock'>, username: Username = 'clerk'): Promise<StaffSession> {
  return server.database.inTransaction(async (tx) => {
    const { id } = await tx.findOneByOrFail(StaffMember, { username })
    const device = { deviceId: null, deviceLabel: '测试' }
    const { token } = await startSession(tx, {
      ...{ subjectKind: 'staff', subjectId: id, provider: 'password' },
      ...device,
      now: server.clock.now(),
    })
    return { staffId: id, token }
  })
}
