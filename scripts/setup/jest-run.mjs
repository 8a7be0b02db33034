import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root, run } from './steps.mjs'

/**
 * What a run of jest comes to. A file that could not be loaded has no tests to count, so it counts as one failure; so does a
 * run without any test, without a report, or that ended badly though every test passed.
 * @param {object | null} report jest's --json, null when there is none
 */
export function countJest(report, exitCode) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  const isEmpty = report.numPassedTests + failed === 0
  const endedBadly = exitCode !== 0 && failed === 0
  return { passed: report.numPassedTests, failed: failed + (isEmpty || endedBadly ? 1 : 0), skipped: report.numPendingTests }
}

/** The full names of the tests that failed, and the files that could not be loaded. @param {object | null} report as above */
export function namesOfFailed(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName)
    const file = path.relative(root, name)
    return tests.length === 0 && status === 'failed' ? [file] : tests.map((test) => `${file}: ${test}`)
  })
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Runs one project of the jest configuration, or those of its tests that come to import a file: the others would do the same
 * again. `output` is what jest printed of the files that did not pass.
 * @param {{ env?: Record<string, string>, name?: string, relatedTo?: string | null }} [options]
 */
export async function runJest(project, { env = {}, name = project, relatedTo = null } = {}) {
  const reportFile = path.join(root, '.cache', 'test', `${name.replace(/\W+/g, '-')}.json`)
  mkdirSync(path.dirname(reportFile), { recursive: true })
  rmSync(reportFile, { force: true })
  const args = ['--config=scripts/config/jest.config.mjs', '--selectProjects', project, '--json', `--outputFile=${reportFile}`]
  if (relatedTo !== null) args.push('--findRelatedTests', relatedTo)
  const { code, output } = await run(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
    env,
    onLine: (line) => line.startsWith('FAIL ') && console.log(`  ${line}`),
  })
  // jest prints the report beside writing it, and a line for each good file; a reader wants only what went wrong.
  const said = output.split('\n').filter((line) => !/^(\{"numFailedTestSuites"|Test results written to|PASS )/.test(line))
  const report = readReport(reportFile)
  return { ...countJest(report, code), names: namesOfFailed(report), output: said.join('\n').trim() }
}
