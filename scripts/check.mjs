import { checks } from './setup/checks.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { fail, formatSeconds } from './setup/steps.mjs'

/** Runs every check, prints all failures in full, and says how long each took. */
async function main() {
  await ensureInstalled()
  const failures = []
  for (const [name, check] of Object.entries(checks)) {
    const started = Date.now()
    const problems = await check()
    console.log(`${problems === '' ? '✓' : '✗'} ${name} (${formatSeconds(Date.now() - started)})`)
    if (problems !== '') failures.push(`\n✗ ${name}\n${problems}`)
  }
  failures.forEach((failure) => console.log(failure))
  if (failures.length > 0) throw new Error(`${failures.length} of ${Object.keys(checks).length} checks failed`)
}

main().catch(fail)
