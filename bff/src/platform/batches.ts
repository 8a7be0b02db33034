import { problem } from './errors'

const RETRY_AFTER_SECONDS = 5

/** What became of one request of a batch. */
export type Outcome<Reply> = { readonly ok: true; readonly reply: Reply } | { readonly ok: false; readonly error: unknown }

interface BatchOptions<Request, Reply> {
  /** A longer batch makes the first of it wait for long. */
  readonly most: number
  /** Requests of the same name never stand in one batch: the second one sees what the first one did. */
  readonly nameOf: (request: Request) => string
  /** One outcome for each, in their order; throws when the batch as a whole failed. */
  readonly run: (requests: readonly Request[]) => Promise<readonly Outcome<Reply>[]>
  /** When the first in the line has waited for longer, nobody more is let in; for ever unless said. Milliseconds. */
  readonly longestWaitMs?: number
}

interface Waiting<Request, Reply> {
  readonly since: number
  readonly request: Request
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: unknown) => void
}

/**
 * Does together what arrives together: requests that come while a batch is under way make up the next one. Under load one
 * round of statements and one commit serve many; alone, a request waits for nobody. A line that hardly moves throws
 * `service_unavailable` at newcomers: told at once to come again is better than waiting until the phone gives up.
 */
export function createBatches<Request, Reply>(options: BatchOptions<Request, Reply>): (request: Request) => Promise<Reply> {
  const { longestWaitMs = Infinity } = options
  let waiting: Waiting<Request, Reply>[] = []
  let working = false
  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      // What is parsed in this turn of the loop still comes along.
      await new Promise((resolve) => setImmediate(resolve))
      const [batch, later] = split(waiting, options)
      waiting = later
      await settle(batch, options)
    }
    working = false
  }
  return (request) =>
    new Promise((resolve, reject) => {
      const since = performance.now()
      if (since - (waiting[0]?.since ?? since) > longestWaitMs) {
        reject(problem('service_unavailable', { retryAfter: RETRY_AFTER_SECONDS }))
        return
      }
      waiting.push({ request, resolve, reject, since })
      if (working) return
      working = true
      void work()
    })
}

function split<Request, Reply>(
  waiting: readonly Waiting<Request, Reply>[],
  { most, nameOf }: BatchOptions<Request, Reply>,
): [batch: Waiting<Request, Reply>[], later: Waiting<Request, Reply>[]] {
  const names = new Set<string>()
  const batch: Waiting<Request, Reply>[] = []
  const later: Waiting<Request, Reply>[] = []
  for (const each of waiting) {
    const name = nameOf(each.request)
    const fits = batch.length < most && !names.has(name)
    names.add(name)
    ;(fits ? batch : later).push(each)
  }
  return [batch, later]
}

/** A batch that fails as a whole is run again one by one, so that one bad request spoils none but itself. */
async function settle<Request, Reply>(
  batch: readonly Waiting<Request, Reply>[],
  options: BatchOptions<Request, Reply>,
): Promise<void> {
  try {
    const outcomes = await options.run(batch.map(({ request }) => request))
    batch.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index]
      if (outcome?.ok === true) resolve(outcome.reply)
      else reject(outcome ? outcome.error : new Error('A batch left a request unanswered.'))
    })
  } catch (error) {
    if (batch.length === 1) batch[0]?.reject(error)
    else await Promise.all(batch.map((each) => settle([each], options)))
  }
}
