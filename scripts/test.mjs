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

/** Each part by the name one may ask for: `npm test -- bff browser`. The journeys drive what was built. */
const PARTS = {
  check: Object.entries(checks).map(([name, check]) => [name, async () => one(await check())]),
  shared: [['tests of shared', () => runJest('shared')]],
  scripts: [['tests of scripts', () => runJest('scripts')]],
  miniapp: [['tests of miniapp', () => runJest('miniapp')]],
  bff: ['sqlite', 'postgres'].map((database) => [
    `tests of bff on ${database}`,
    () => runJest('bff', { env: { TEST_DATABASE: database }, name: `bff ${database}` }),
  ]),
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

/** Each of these keeps one core busy, so they run side by side; every test run takes all cores for itself. */
const SIDE_BY_SIDE = ['check', 'build']

async function main() {
  const parts = chooseParts(process.argv.slice(2))
  await ensureInstalled()
  const total = { passed: 0, failed: 0, names: [] }
  const runPart = async (part) => {
    for (const step of PARTS[part]) {
      const { passed, failed, names } = await runStep(step)
      total.passed += passed
      total.failed += failed
      total.names.push(...names)
    }
  }
  await Promise.all(parts.filter((part) => SIDE_BY_SIDE.includes(part)).map(runPart))
  for (const part of parts.filter((name) => !SIDE_BY_SIDE.includes(name))) await runPart(part)
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
