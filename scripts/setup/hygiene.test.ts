import { callScript } from './call-script'

const faults = (file: string, text: string): unknown => callScript('hygiene.mjs', 'findHygieneFaults', file, text)

// Joined from parts, so that this file is not a finding itself.
test.each([
  ['docs/a.md', ['see https://registry', 'npmjs', 'org'].join('.'), 'the address of a package registry'],
  ['bff/src/a.ts', `const a = '${['', 'home', 'someone', 'x'].join('/')}'`, "a path of one person's machine"],
  ['package-lock.json', '  "resolved": "https://somewhere/koa.tgz",', 'a download host in the lock file'],
  ['bff/src/a.test.ts', ['it', "only('x', () => {})"].join('.'), 'a test switched off or on alone'],
  ['bff/src/a.test.ts', ['xit', "('x', () => {})"].join(''), 'a test switched off or on alone'],
  ['bff/src/a.ts', ['// @ts', 'ignore'].join('-'), 'a check silenced in the code'],
])('%s with %j is refused: %s', (file, line, why) => {
  expect(faults(file, `first line\n${line}\n`)).toEqual([`${file}:2 ${why}`])
})

test('ordinary text passes', () => {
  expect(faults('README.md', 'Open https://nodejs.org and run `npm start`; data is in .data/\n')).toEqual([])
  expect(faults('bff/src/a.ts', "get('/v1/home')\nconst place = '/features/me'\n")).toEqual([])
})
