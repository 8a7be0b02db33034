import type { Clock } from '../../platform/clock'
import { sensitive, type Sensitive } from '../../platform/sensitive'
import type { CopyKey, CopyStore } from '../copy-store'
import { departmentInvalidReply } from '../department-names'
import type { Gateway } from '../gateway'
import { SingleFlight } from '../single-flight'
import { refuseWechat } from './mapping'
import { TokenReply } from './reply'

export interface StoredToken {
  readonly token: string
  readonly expiresAt: Date
}

/** Where the access token is kept, so that all processes share one. */
export interface TokenStore {
  get(): Promise<StoredToken | null>
  put(token: StoredToken, at: Date): Promise<void>
}

/** Keeps the token beside the copies of replies: encrypted, and the newest wins. */
export function createTokenStore(copies: CopyStore, appId: string): TokenStore {
  const key: CopyKey = { owner: 'installation', question: `wechat/access-token/${appId}` }
  return {
    async get() {
      const kept = await copies.get(key)
      if (!kept) return null
      const { token, expiresAt } = JSON.parse(kept.body) as { token: string; expiresAt: string }
      return { token, expiresAt: new Date(expiresAt) }
    },
    put: ({ token, expiresAt }, at) => copies.put(key, JSON.stringify({ token, expiresAt: expiresAt.toISOString() }), at),
  }
}

/** The access token of the mini-program (stable_token: at most 7200 s). */
export interface AccessTokens {
  get(): Promise<string>
  /** A token other than `rejected`, which WeChat has just called invalid. */
  replace(rejected: string): Promise<string>
}

export interface AccessTokenDeps {
  readonly gateway: Gateway
  readonly tokens: TokenStore
  readonly clock: Clock
  readonly appId: string
  readonly secret: Sensitive<string>
}

const RENEW_EARLY_MS = 5 * 60_000

export function createAccessTokens(deps: AccessTokenDeps): AccessTokens {
  const flights = new SingleFlight()
  const fetchOnce = (force: boolean): Promise<string> =>
    flights.run(String(force), () => fetchToken(deps, force).then((token) => token.reveal()))
  const good = async (): Promise<string | null> => {
    const kept = await deps.tokens.get()
    return kept && kept.expiresAt.getTime() - deps.clock.now().getTime() > RENEW_EARLY_MS ? kept.token : null
  }
  return {
    get: async () => (await good()) ?? fetchOnce(false),
    async replace(rejected) {
      const kept = await good()
      // Another process has replaced it already.
      if (kept !== null && kept !== rejected) return kept
      const asked = await fetchOnce(false)
      // Forcing is limited to 20 times a day, so it comes last.
      return asked === rejected ? fetchOnce(true) : asked
    },
  }
}

async function fetchToken(
  { gateway, tokens, clock, appId, secret }: AccessTokenDeps,
  force: boolean,
): Promise<Sensitive<string>> {
  const { value } = await gateway.call({
    department: 'wechat',
    operation: 'stableToken',
    method: 'POST',
    path: 'cgi-bin/stable_token',
    body: { grant_type: 'client_credential', appid: appId, secret: secret.reveal(), force_refresh: force },
    schema: TokenReply,
    refusal: refuseWechat([]),
  })
  if (value.data === null) throw departmentInvalidReply('wechat', 'no token')
  const now = clock.now()
  const token = value.data.access_token
  await tokens.put({ token, expiresAt: new Date(now.getTime() + value.data.expires_in * 1000) }, now)
  return sensitive(token)
}
