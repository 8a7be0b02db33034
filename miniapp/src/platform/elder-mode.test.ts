import { bodyTextSize } from './elder-mode'

const mode = (on: boolean, textSize = 18) => ({ on, textSize, answered: true })

test.each([
  ['ordinary', mode(false), 1, 16],
  ["ordinary follows the system's size", mode(false), 1.4, 22],
  ['never below 16', mode(false), 0.8, 16],
  ['elder', mode(true), 1, 18],
  ["elder follows the system's size", mode(true), 1.25, 23],
  ['30 at most', mode(true, 26), 1.4, 30],
])('%s', (_, chosen, scale, size) => {
  expect(bodyTextSize(chosen, scale)).toBe(size)
})
