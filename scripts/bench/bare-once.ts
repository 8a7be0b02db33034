import type { BareDeps } from './bare-people'

const TAKE_KEY = `INSERT INTO idempotency_keys (scope, key, endpoint, request_hash, reply, created_at) VALUES (?, ?, ?, ?, '', ?)
  ON CONFLICT (scope, key) DO NOTHING`
const KEEP_REPLY = 'UPDATE idempotency_keys SET reply = ? WHERE scope = ? AND key = ?'

/** Whose write it is: the account, and the idempotency key. */
export interface BareCall {
  readonly accountId: string
  readonly key: string
}

/** A write and its idempotency key, with the sealed reply, in one transaction that is committed at once. */
export function bareOnce<Wish, Reply>(
  { database, crypto, clock }: BareDeps,
  endpoint: string,
  work: (wish: Wish, call: BareCall) => Reply,
): (wish: Wish, call: BareCall) => Reply {
  const takeKey = database.prepare(TAKE_KEY)
  const keepReply = database.prepare(KEEP_REPLY)
  const write = database.transaction((wish: Wish, call: BareCall) => {
    const { accountId, key } = call
    const scope = `resident:${accountId}`
    const hash = crypto.blindIndex(JSON.stringify([endpoint, wish]), 'idempotency.request')
    if (takeKey.run(scope, key, endpoint, hash, clock.now().toISOString()).changes !== 1) throw new Error('used')
    const reply = work(wish, call)
    keepReply.run(crypto.seal(JSON.stringify({ reply }), `idempotency.reply:${scope}:${key}`), scope, key)
    return reply
  })
  return (wish, call) => write.immediate(wish, call)
}
