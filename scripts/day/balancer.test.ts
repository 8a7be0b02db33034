import { inOrder, mayGoOn } from './balancer'

const [a, b, c] = [1, 2, 3].map((port) => ({ port, ready: true }))
const ports = (turn: number, backends: Parameters<typeof inOrder>[0]): number[] => inOrder(backends, turn).map(({ port }) => port)

it('asks the processes in turn', () => {
  expect([0, 1, 2, 3].map((turn) => ports(turn, [a!, b!, c!])[0])).toEqual([1, 2, 3, 1])
})

it('asks those that are not ready last, and still asks them when none is', () => {
  const down = { port: 2, ready: false }
  expect(ports(1, [a!, down, c!])).toEqual([3, 1, 2])
  expect(ports(0, [down, { port: 4, ready: false }])).toEqual([2, 4])
})

it.each([
  ['what never left', { method: 'POST', path: '/v1/sms-codes', keyed: true, left: false }, true],
  ['a read', { method: 'GET', path: '/v1/appointments', keyed: false, left: true }, true],
  ['a booking under its key', { method: 'POST', path: '/v1/appointments', keyed: true, left: true }, true],
  ['a move under its key', { method: 'POST', path: '/v1/appointments/019/move', keyed: true, left: true }, true],
  ['a booking without a key', { method: 'POST', path: '/v1/appointments', keyed: false, left: true }, false],
  ['a POST whose key nobody keeps', { method: 'POST', path: '/v1/sms-codes', keyed: true, left: true }, false],
  ['a deletion', { method: 'DELETE', path: '/v1/follows/019', keyed: false, left: true }, false],
])('sends %s to another process: %j → %s', (_, call, may) => {
  expect(mayGoOn(call)).toBe(may)
})
