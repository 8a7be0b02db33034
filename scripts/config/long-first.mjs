import Sequencer from '@jest/test-sequencer'

/**
 * Files that take minutes. jest knows how long a file took last time; in a clean checkout it goes by the size of the file, would
 * begin these last, and one core would work on them alone at the end.
 */
const LONG = [
  ...['browser/pages-', 'weapp/pages-', 'browser/present-qr', 'browser/staff-board', 'race/race'],
  ...['journeys/every-endpoint-fuzzed', 'journeys/foreign-objects', 'journeys/every-endpoint-under', 'cross-province/sending'],
  ...['attacks/brute-force', 'attacks/people-are-apart', 'src/keys'],
]

const isLong = ({ path }) => LONG.some((part) => path.includes(`/${part}`))

export default class LongFirst extends Sequencer {
  sort(tests) {
    const all = [...super.sort(tests)]
    return [...all.filter(isLong), ...all.filter((test) => !isLong(test))]
  }
}
