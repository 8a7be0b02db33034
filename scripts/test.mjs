import { buildIfChanged } from './setup/build-if-changed.mjs'
import { checks } from './setup/checks.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { runJest } from './setup/jest-run.mjs'
import { formatSeconds } from './setup/steps.mjs'

const one = (problems) => ({ passed: problems === '' ? 1 : 0, failed: problems === '' ? 0 : 1, output: problems })

const build = (name) => [
  `build ${name}`,
  () =>
    buildIfChanged(name).then(
      () => one(''),
      (error) => one(error.message),
    ),
]

const check = ([name, work]) => [name, async () => one(await work())]
/** Takes as long as all the other checks together. */
const isLint = ([name]) => name.startsWith('lint')

/** Each part by the name one may ask for: `npm test -- bff browser`. The journeys drive what was built. */
const PARTS = {
  lint: Object.entries(checks).filter(isLint).map(check),
  check: Object.entries(checks)
    .filter((entry) => !isLint(entry))
    .map(check),
  shared: [['tests of shared', () => runJest('shared')]],
  scripts: [['tests of scripts', () => runJest('scripts')]],
  miniapp: [['tests of miniapp', () => runJest('miniapp')]],
  bff: [
    ['tests of bff on sqlite', () => runJest('bff', { env: { TEST_DATABASE: 'sqlite' }, name: 'bff sqlite' })],
    [
      'tests of bff on postgres',
      () => runJest('bff', { env: { TEST_DATABASE: 'postgres' }, name: 'bff postgres', relatedTo: 'bff/test/test-database.ts' }),
    ],
  ],
  build: ['bff', 'h5', 'weapp'].map(build),
  weapp: [['journeys in the built WeChat package', () => runJest('weapp')]],
  browser: [['journeys in the browser', () => runJest('browser')]],
}

function chooseParts(names) {
  const unknown = names.filter((name) => !(name in PARTS))
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; the parts are ${Object.keys(PARTS).join(', ')}.`)
  return Object.keys(PARTS).filter((name) => names.length === 0 || names.includes(name))
}

/** Runs one step and prints how it went; what went wrong is printed in full. */
async function runStep([title, work]) {
  const started = Date.now()
  const stillAt = setInterval(() => console.log(`… ${title} (${formatSeconds(Date.now() - started)})`), 15_000)
  const { passed, failed, skipped = 0, names = [], output } = await work().finally(() => clearInterval(stillAt))
  const counts = `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} not run` : ''}`
  console.log(`${failed === 0 ? '✓' : '✗'} ${title}: ${counts} (${formatSeconds(Date.now() - started)})`)
  if (failed > 0) console.log(`\n${output}\n`)
  return { passed, failed, names: failed > 0 && names.length === 0 ? [title] : names }
}

/** A check or a build keeps one core busy, and these tests need no build: they run side by side. The others take all cores each. */
const SIDE_BY_SIDE = [['lint'], ['check'], ['build'], ['shared', 'scripts', 'miniapp']]

async function main() {
  const parts = chooseParts(process.argv.slice(2))
  await ensureInstalled()
  const total = { passed: 0, failed: 0, names: [] }
  const runInTurn = async (names) => {
    for (const step of parts.filter((part) => names.includes(part)).flatMap((part) => PARTS[part])) {
      const result = await runStep(step)
      total.passed += result.passed
      total.failed += result.failed
      total.names.push(...result.names)
    }
  }
  await Promise.all(SIDE_BY_SIDE.map(runInTurn))
  await runInTurn(parts.filter((part) => !SIDE_BY_SIDE.flat().includes(part)))
  return total
}

const { passed, failed, names } = await main().catch((error) => {
  console.error(error.message)
  return { passed: 0, failed: 1, names: [] }
})
if (names.length > 0) console.log(`Failed:\n${names.map((name) => `  ${name}\n`).join('')}`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
// Alone on the last line, for whoever reads it with a program.
console.log(`${passed} passed, ${failed} failed`)
