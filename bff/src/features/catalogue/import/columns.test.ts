import { readFileSync } from 'node:fs'
import path from 'node:path'
import { COLUMNS } from './columns'

test('each heading is explained in the README', () => {
  const readme = readFileSync(path.join(__dirname, '../../../../README.md'), 'utf8')
  const explained = [...readme.matchAll(/^\| ([\p{Script=Han}]+) +\| \S/gmu)].map(([, heading]) => heading)
  expect(explained).toEqual(COLUMNS.map(({ heading }) => heading))
})
