import fs from 'node:fs'
import path from 'node:path'
import { DEMO_PASSWORD, DEMO_STAFF } from '../../../bff/src/seed-demo'
import { lastCode, signInBySms } from '../../../bff/test/people'
import { PEOPLE } from '../../fake-departments/people'
import { staffCode } from './sign-in'
import { startStack, type Stack } from './stack'

let stack: Stack
beforeEach(async () => {
  stack = await startStack({ h5: false })
})
afterEach(() => stack.close())

/** The rows of the README's table of people, cell by cell. */
const ROWS = fs
  .readFileSync(path.resolve(__dirname, '../../../README.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (1\d{10}|`[a-z-]+`)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
const RESIDENTS = ROWS.flatMap(([phone = '', who = '']) => {
  const [, name, residentId] = /^(\S+), (\d{17}[\dX])$/.exec(who) ?? []
  return name !== undefined && residentId !== undefined ? [{ phone, name, residentId }] : []
})
const STAFF = ROWS.flatMap(([username = '', who = '']) =>
  [...username.matchAll(/`([a-z-]+)`/g)].map(([, one = ''], index) => ({ one, name: who.split(', ')[index] ?? '' })),
)

test('the table of the README names the staff of the demonstration, and people whom the fake departments know', () => {
  expect(STAFF).toEqual(DEMO_STAFF.map(({ username, name }) => ({ one: username, name })))
  expect(RESIDENTS.length).toBeGreaterThan(2)
  for (const resident of RESIDENTS) expect(PEOPLE).toContainEqual(expect.objectContaining(resident))
})

test.each(RESIDENTS)('$name signs in by phone, and the police know the name', async ({ phone, name, residentId }) => {
  const { token } = await signInBySms(stack, phone)
  await stack.call('POST /v1/real-name', { token, body: { name, residentId } })
  expect((await stack.call('GET /v1/cases', { token })).items.length).toBeGreaterThan(0)
})

test.each(STAFF)('$one signs in with password and the code of scripts/totp.mjs', async ({ one: username, name }) => {
  const body = { username, password: DEMO_PASSWORD, totp: staffCode(stack) }
  expect(await stack.call('POST /v1/staff/sessions', { body })).toMatchObject({ name })
})

test('the daughter adds her mother, who has signed in before, with the code from her phone', async () => {
  const [mother, daughter] = ['王秀英', '李小红'].map((wanted) => RESIDENTS.find(({ name }) => name === wanted))
  if (!mother || !daughter) throw new Error('the README names neither mother nor daughter')
  for (const { phone, name, residentId } of [mother, daughter]) {
    const { token } = await signInBySms(stack, phone)
    await stack.call('POST /v1/real-name', { token, body: { name, residentId } })
    if (name === mother.name) continue
    const body = { name: mother.name, residentId: mother.residentId, relation: 'parent' } as const
    const { id } = await stack.call('POST /v1/family', { token, body })
    await stack.runJob('outbox')
    const code = lastCode(stack, mother.phone)
    const added = await stack.call('POST /v1/family/:id/code', { token, params: { id }, body: { code } })
    expect(added).toMatchObject({ status: 'active' })
  }
})
