import { parseRaceOptions } from './options'

it('races on both databases with a seed of its own unless told otherwise', () => {
  const options = parseRaceOptions([])
  expect(options).toMatchObject({ databases: ['sqlite', 'postgres'], seconds: 40, clients: 40, kills: 8 })
  expect(Number.isInteger(options.seed)).toBe(true)
})

it('takes what it is told', () => {
  const args = ['--database', 'postgres', '--seconds', '5', '--clients', '64', '--seed', '42', '--kills', '0']
  expect(parseRaceOptions(args)).toEqual({ databases: ['postgres'], seconds: 5, clients: 64, seed: 42, kills: 0 })
})

it.each([
  ['--database', 'mysql'],
  ['--seconds', '0'],
  ['--clients', ''],
  ['--seed', '1.5'],
  ['--kills', '1e9'],
])('refuses %s %s', (...args) => {
  expect(() => parseRaceOptions(args)).toThrow(/npm run race/)
})
