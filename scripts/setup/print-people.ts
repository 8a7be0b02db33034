import { DEMO_PASSWORD, DEMO_STAFF, DEMO_TOTP_SECRET } from '../../bff/src/seed-demo'
import { PEOPLE } from '../fake-departments/people'

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string): number => [...text].reduce((width, letter) => width + (letter > '\u2e7f' ? 2 : 1), 0)

/** Rows as columns, each as wide as its widest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const pad = (cell: string, column: number): string => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))
  return rows.map((row) => `  ${row.map(pad).join('  ').trimEnd()}`).join('\n')
}

const PLACES = { hall: 'county hall', township: 'township centre', all: 'all offices' } as const

const [fakesUrl = ''] = process.argv.slice(2)

console.log(
  [
    'Residents sign in by phone; real-name verification takes the name and ID number:',
    table(PEOPLE.map(({ phone, name, residentId, about }) => [phone, name, residentId, about])),
    `Codes sent by SMS are shown at ${fakesUrl}/admin/sms (nothing is really sent).`,
    '',
    `Staff sign in with the password ${DEMO_PASSWORD} and a code from \`node scripts/totp.mjs\` (secret ${DEMO_TOTP_SECRET}):`,
    table(DEMO_STAFF.map(({ username, name, role, place }) => [username, name, role, PLACES[place ?? 'all']])),
  ].join('\n'),
)
