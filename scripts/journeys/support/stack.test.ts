import { startStack, type Stack } from './stack'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ h5: false })
})
afterAll(() => stack.close())

test('the real server answers, and codes sent by SMS can be read', async () => {
  await expect(stack.call('GET /v1/county', {})).resolves.toMatchObject({ division: '430224' })
  const ask = (): Promise<unknown> => stack.call('POST /v1/sms-codes', { body: { phone: '13800000002' } })
  await expect(stack.smsCodeAfter('13800000002', ask)).resolves.toMatch(/^\d{6}$/)
})
