import { readFileSync } from 'node:fs'
import { person, signInVerified } from '../../../../test/people'
import { signInStaff } from '../../../../test/staff'
import { testDatabaseKind } from '../../../../test/test-database'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { JPEG, mandateCode, otherCode, taskInHand, type TaskInHand, WEEK, witnessed } from './testing/mandate-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const MOTHER = person('wangxiuying')
const LAST_FOUR = MOTHER.residentId.slice(-4)
const VOLUNTEERS_PHONE = person('liuzhiqiang').phone

const asking = (
  { task }: TaskInHand,
  token: string,
  evidence: 'app' | 'phone_code' | 'witnessed',
  scan: string | null = null,
) => ({
  token,
  params: { id: task.id },
  body: { ...WEEK, evidence, scan },
})
const code = (token: string, id: string, typed: string) => ({ token, params: { id }, body: { code: typed } })

describe('witnessed by the counter', () => {
  test('a mandate of somebody without a phone holds at once, and the slip says how to end it', async () => {
    const { volunteer, clerk, task, mandate } = await witnessed(server)
    const office = server.deps.pack.offices.find(({ kind }) => kind === 'township_centre')
    expect(mandate).toMatchObject({
      ...{ principal: '王*英', status: 'active', evidence: 'witnessed', taskId: task.id },
      actor: { kind: 'volunteer', name: '刘*强', office: office?.name },
    })
    expect(await server.call('GET /v1/appointments', { token: volunteer, mandate: mandate.id })).toMatchObject({ active: [] })
    expect((await server.call('GET /v1/staff/mandates', { token: volunteer })).items).toEqual([mandate])
    for (const token of [volunteer, clerk])
      expect(await server.call('GET /v1/staff/mandates/:id/slip', { token, params: { id: mandate.id } })).toEqual({
        ...mandate,
        qr: `ONE-VISIT:M:${mandate.number}`,
        endPhone: '12345',
        officeAddress: office?.address,
      })
  })

  test('needs a picture, of both cards, by staff of that office who are no volunteers', async () => {
    const inHand = await taskInHand(server)
    const { clerk, volunteer } = inHand
    const { token: elsewhere } = await signInStaff(server, 'clerk')
    const ask = (token: string, scan: string | null) =>
      server.refused('POST /v1/staff/tasks/:id/mandates', asking(inHand, token, 'witnessed', scan))
    expect(await ask(clerk, null)).toMatchObject({ code: 'invalid_input', fields: [{ path: 'scan' }] })
    for (const scan of ['AAAA', Buffer.from('GIF89a').toString('base64'), JPEG.slice(0, -4)])
      expect(await ask(clerk, scan)).toMatchObject({ code: 'invalid_input', fields: [{ path: 'scan' }] })
    expect(await ask(volunteer, JPEG)).toMatchObject({ code: 'not_allowed' })
    expect(await ask(elsewhere, JPEG)).toMatchObject({ code: 'not_found' })
  })

  test('a picture of the size that phones make is taken, and nobody who reads the database sees it', async () => {
    const inHand = await taskInHand(server)
    const secret = 'ID CARDS OF TWO PEOPLE '
    const image = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(390_000, secret), Buffer.from([0xff, 0xd9])])
    await server.call('POST /v1/staff/tasks/:id/mandates', asking(inHand, inHand.clerk, 'witnessed', image.toString('base64')))
    const rows = await server.database.read.sql<{ image_sealed: string }[]>`SELECT image_sealed FROM mandate_scans`
    const file = server.database.url.replace('sqlite:', '')
    const stored =
      testDatabaseKind === 'sqlite'
        ? [file, `${file}-wal`].map((name) => readFileSync(name, 'latin1')).join('')
        : JSON.stringify(rows)
    expect(rows).toHaveLength(1)
    // Both as bytes and as base64, at any of the three places where base64 may begin.
    const shapes = [0, 1, 2].map((skip) => Buffer.from(secret.slice(skip).slice(0, 18)).toString('base64'))
    for (const shape of [secret, ...shapes]) expect(stored).not.toContain(shape)
    expect(rows[0]?.image_sealed).toMatch(/^v1\./)
  })

  test('goes with the account: the mandate is ended and the picture is gone', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const { volunteer, mandate } = await witnessed(server)
    await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
    expect(await server.database.read.sql<object[]>`SELECT mandate_id FROM mandate_scans`).toEqual([])
    expect(await server.refused('GET /v1/appointments', { token: volunteer, mandate: mandate.id })).toMatchObject({
      code: 'mandate_ended',
    })
  })
})

describe('asked by the volunteer', () => {
  test('the code goes to the phone that was given at the counter, and the volunteer enters it', async () => {
    const inHand = await taskInHand(server)
    const { id } = await server.call('POST /v1/staff/tasks/:id/mandates', asking(inHand, inHand.volunteer, 'phone_code'))
    await server.runJob('outbox')
    const typed = mandateCode(server, MOTHER.phone)
    expect(await server.refused('POST /v1/staff/mandates/:id/code', code(inHand.volunteer, id, otherCode(typed)))).toMatchObject({
      code: 'code_invalid',
    })
    const { token: elsewhere } = await signInStaff(server, 'clerk')
    expect(await server.refused('POST /v1/staff/mandates/:id/code', code(elsewhere, id, typed))).toMatchObject({
      code: 'not_found',
    })
    expect(await server.call('POST /v1/staff/mandates/:id/code', code(inHand.volunteer, id, typed))).toMatchObject({
      status: 'active',
      evidence: 'phone_code',
    })
    expect(await server.refused('POST /v1/staff/mandates/:id/code', code(inHand.volunteer, id, typed))).toMatchObject({
      code: 'mandate_not_pending',
    })
  })

  test('never to a phone of their own', async () => {
    const inHand = await taskInHand(server, 'wangxiuying', VOLUNTEERS_PHONE)
    const before = server.fakes.smsSent(VOLUNTEERS_PHONE).length
    expect(
      await server.refused('POST /v1/staff/tasks/:id/mandates', asking(inHand, inHand.volunteer, 'phone_code')),
    ).toMatchObject({ code: 'not_allowed', detail: expect.stringContaining('不能发给代办人') })
    await server.runJob('outbox')
    expect(server.fakes.smsSent(VOLUNTEERS_PHONE).filter(({ template }) => template === 'mandate_code')).toHaveLength(0)
    expect(before).toBeLessThanOrEqual(1)
  })

  test('the person agrees in the app when they have it, and cannot be asked there when they do not', async () => {
    const without = await taskInHand(server)
    expect(await server.refused('POST /v1/staff/tasks/:id/mandates', asking(without, without.volunteer, 'app'))).toMatchObject({
      code: 'not_allowed',
    })
    const { token } = await signInVerified(server, 'wangxiuying')
    const { id } = await server.call('POST /v1/staff/tasks/:id/mandates', asking(without, without.volunteer, 'app'))
    await server.call('POST /v1/mandates/:id/answer', { token, params: { id }, body: { accept: true } })
    await server.call('GET /v1/appointments', { token: without.volunteer, mandate: id })
    await server.call('POST /v1/staff/mandates/:id/give-back', { token: without.volunteer, params: { id } })
    expect(await server.refused('GET /v1/appointments', { token: without.volunteer, mandate: id })).toMatchObject({
      code: 'mandate_ended',
    })
    expect(await server.call('GET /v1/mandates/:id', { token, params: { id } })).toMatchObject({ ending: 'actor' })
  })

  test('it ends with the task, however that ends, and what they try after it stands among the acts', async () => {
    const { volunteer, clerk, task, mandate } = await witnessed(server)
    await server.call('POST /v1/staff/tasks/:id/finish', {
      token: volunteer,
      params: { id: task.id },
      body: { outcome: '约好了', minutes: 20 },
    })
    const its = { token: volunteer, params: { id: mandate.id } }
    expect(await server.refused('GET /v1/appointments', { token: volunteer, mandate: mandate.id })).toMatchObject({
      code: 'mandate_ended',
    })
    expect(await server.refused('GET /v1/staff/mandates/:id/acts', its)).toMatchObject({ code: 'mandate_ended' })
    expect(await server.refused('GET /v1/staff/mandates/:id/slip', its)).toMatchObject({ code: 'mandate_ended' })
    expect((await server.call('GET /v1/staff/mandates', { token: volunteer })).items).toEqual([])
    const { items } = await server.call('GET /v1/staff/mandates/:id/acts', { ...its, token: clerk })
    expect(items.map(({ what, refused }) => [what, refused])).toEqual([
      ['想看委托单，没有让办：这份委托已经结束', true],
      ['想看代办记录，没有让办：这份委托已经结束', true],
      ['想查看预约，没有让办：这份委托已经结束', true],
    ])
  })

  test('for a task that is nobody’s, somebody else’s or gone it is refused', async () => {
    const inHand = await taskInHand(server)
    await server.call('POST /v1/staff/tasks/:id/return', {
      token: inHand.volunteer,
      params: { id: inHand.task.id },
      body: { reason: '生病了' },
    })
    expect(
      await server.refused('POST /v1/staff/tasks/:id/mandates', asking(inHand, inHand.clerk, 'witnessed', JPEG)),
    ).toMatchObject({
      code: 'status_changed',
    })
    expect(
      await server.refused('POST /v1/staff/tasks/:id/mandates', asking(inHand, inHand.volunteer, 'phone_code')),
    ).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('ended for the person', () => {
  test.each(['person_phone', 'person_counter'] as const)(
    '(%s) by number and last four, at any counter, for the very next request',
    async (from) => {
      const { volunteer, mandate } = await witnessed(server)
      await server.call('GET /v1/appointments', { token: volunteer, mandate: mandate.id })
      const { token } = await signInStaff(server, 'clerk')
      const spoken = `${mandate.number.slice(0, 4)} ${mandate.number.slice(4)}`
      const body = { number: spoken, lastFour: LAST_FOUR, from }
      for (let time = 0; time < 2; time += 1)
        expect(await server.call('POST /v1/staff/mandates/ending', { token, body })).toMatchObject({
          status: 'ended',
          ending: from,
        })
      expect(await server.refused('GET /v1/appointments', { token: volunteer, mandate: mandate.id })).toMatchObject({
        code: 'mandate_ended',
      })
    },
  )

  test('a wrong pair answers like an unknown number, and trying ends after five', async () => {
    const { mandate } = await witnessed(server)
    const { token } = await signInStaff(server, 'clerk')
    const end = (number: string, lastFour: string) =>
      server.refused('POST /v1/staff/mandates/ending', { token, body: { number, lastFour, from: 'person_phone' } })
    const wrong = await end(mandate.number, '0000')
    const unknown = await end('0000000000', LAST_FOUR)
    expect(wrong).toMatchObject({ code: 'mandate_unknown' })
    expect({ ...wrong, requestId: '' }).toEqual({ ...unknown, requestId: '' })
    for (let guess = 1; guess < 5; guess += 1) await end(mandate.number, `000${guess}`)
    expect(await end(mandate.number, LAST_FOUR)).toMatchObject({ code: 'too_many_attempts' })
  })

  test('not by a volunteer', async () => {
    const { volunteer, mandate } = await witnessed(server)
    const body = { number: mandate.number, lastFour: LAST_FOUR, from: 'person_phone' as const }
    expect(await server.refused('POST /v1/staff/mandates/ending', { token: volunteer, body })).toMatchObject({
      code: 'not_allowed',
    })
  })
})
