import { type Action, successes } from './history'
import type { RaceResult } from './race'
import { groupBy, RULES, type Rule } from './violation'

const SHOWN_OF_A_RULE = 5

/** What happened and what was found, for people to read. */
export function writeReport({ setting, history, facts, violations }: RaceResult): string {
  const { database, processes, seconds, clients, kills, seed } = setting
  const options = `--database ${database} --seconds ${seconds} --clients ${clients} --kills ${kills} --seed ${seed}`
  const requests = history.flatMap(({ attempts }) => attempts)
  const unanswered = requests.filter(({ answer }) => answer === null).length
  const head = [
    `${database}, ${processes} ${processes === 1 ? 'process' : 'processes'}, ${kills} kills, seed ${seed}`,
    `  ${history.length} actions in ${requests.length} requests, ${unanswered} of them without an answer`,
    ...[...groupBy(history, ({ kind }) => kind)]
      .sort()
      .map(([kind, actions]) => `  ${kind.padEnd(13)} ${writeOutcomes(actions)}`),
    `  ${facts.visits.length} visits, ${facts.entries.length} waiting entries, ${facts.audit.length} audit records`,
  ]
  if (violations.length === 0) return [...head, `  ✓ ${Object.keys(RULES).length} rules hold`].join('\n')
  const found = [...groupBy(violations, ({ rule }) => rule)].flatMap(([rule, all]) => [
    `  ✗ ${RULES[rule as Rule]}: broken ${all.length} times`,
    ...all.slice(0, SHOWN_OF_A_RULE).map(({ what }) => `      ${what}`),
  ])
  return [...head, ...found, `  The same intentions again: npm run race -- ${options}`].join('\n')
}

/** Done and refused, with the commonest refusals. */
function writeOutcomes(actions: readonly Action[]): string {
  const done = actions.filter((action) => successes(action).length > 0).length
  const refusals = actions.filter((action) => successes(action).length === 0).map(lastCode)
  const commonest = [...groupBy(refusals, (code) => code)].sort(([, a], [, b]) => b.length - a.length).slice(0, 4)
  return [`${done} done`, ...commonest.map(([code, all]) => `${all.length} ${code}`)].join(', ')
}

function lastCode({ attempts }: Action): string {
  const body = attempts.at(-1)?.answer?.body as { code?: string } | null | undefined
  return body?.code ?? 'no answer'
}
