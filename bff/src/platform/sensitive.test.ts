import { format, inspect } from 'node:util'
import { sensitive } from './sensitive'

const PHONE = '13800138000'

test('every way of printing shows that something is hidden, and nothing else', () => {
  const phone = sensitive(PHONE)
  const printed = [
    String(phone),
    phone.toString(),
    JSON.stringify({ phone, list: [phone] }),
    inspect(phone, { showHidden: true, depth: null }),
    inspect({ nested: { phone } }, { depth: null }),
    format('%s %o %O %j', phone, phone, phone, phone),
    JSON.stringify(Object.assign({}, phone)),
    JSON.stringify(Object.entries(phone)),
    JSON.stringify(structuredClone({ phone })),
  ].join('\n')
  expect(printed).not.toContain(PHONE)
  expect(printed).toContain('[redacted]')
})

test('the value is had by asking for it', () => {
  expect(sensitive(PHONE).reveal()).toBe(PHONE)
})
