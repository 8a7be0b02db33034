import { callScript } from './call-script'

const count = (report: object | null, exitCode: number): unknown => callScript('jest-run.mjs', 'countJest', report, exitCode)
const report = { numPassedTests: 5, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0 }

test('a good run counts its tests', () => {
  expect(count({ ...report, numPendingTests: 2 }, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 })
})

test.each([
  ['a failed test', { ...report, numFailedTests: 1 }, 1],
  ['a file that could not be loaded', { ...report, numRuntimeErrorTestSuites: 1 }, 1],
  ['a run that ended badly though all passed', report, 1],
  ['a run without tests', { ...report, numPassedTests: 0 }, 0],
  ['a run without a report', null, 1],
])('%s counts as one failure', (_, jestReport, exitCode) => {
  expect(count(jestReport, exitCode)).toMatchObject({ failed: 1 })
})

test('what failed is named: tests with their file, and files that could not be loaded', () => {
  const failed = { status: 'failed', fullName: 'a visit is told' }
  const testResults = [
    { name: 'a.test.ts', status: 'failed', assertionResults: [failed, { status: 'passed', fullName: 'b' }] },
    { name: 'c.test.ts', status: 'failed', assertionResults: [] },
    { name: 'd.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'd' }] },
  ]
  expect(callScript('jest-run.mjs', 'namesOfFailed', { testResults })).toEqual(['a.test.ts: a visit is told', 'c.test.ts'])
  expect(callScript('jest-run.mjs', 'namesOfFailed', null)).toEqual([])
})
