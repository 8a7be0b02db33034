import { parseDayOptions } from './options'

it('takes a whole county in nine minutes unless told otherwise', () => {
  expect(parseDayOptions([])).toEqual({ minutes: 9, accounts: 80_000, seed: 1, json: false })
  expect(parseDayOptions(['--minutes', '1.5', '--accounts', '2000', '--json'])).toMatchObject({
    minutes: 1.5,
    accounts: 2_000,
    json: true,
  })
})

it.each([['--minutes', '0'], ['--minutes', 'many'], ['--accounts', '10.5'], ['--accounts', '499'], ['--seed', ''], ['--loud']])(
  'refuses %s %s with how it is used',
  (...args) => {
    expect(() => parseDayOptions(args)).toThrow(/npm run day|--loud/)
  },
)
