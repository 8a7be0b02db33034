import path from 'node:path'
import { z } from 'zod'
import { LOG_LEVELS } from './logger'
import { type Sensitive, sensitive } from './sensitive'

/** Every mistake in the environment at once, by variable; never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(readonly mistakes: readonly string[]) {
    super(`the configuration has mistakes:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`)
  }
}

const Required = (what: string) => z.string({ error: `is missing (${what})` }).min(1, `is empty (${what})`)
const Secret = (what: string) => Required(what).transform((value): Sensitive<string> => sensitive(value))
const Flag = z
  .enum(['0', '1', ''], { error: 'must be 0 or 1' })
  .default('0')
  .transform((value) => value === '1')
const Folder = z.string().transform((folder) => path.resolve(folder))
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** An address without user, query or fragment and without a slash at its end. http only to this machine, and never in production. */
const ServiceUrl = (production: boolean) =>
  Required('the address of the service').transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : null
    const plain = url?.protocol === 'http:' && LOOPBACK.has(url.hostname) && !production
    const mistake =
      url === null
        ? 'is not an address'
        : url.username || url.password || url.search || url.hash
          ? 'must have no user, query or fragment'
          : url.protocol !== 'https:' && !plain
            ? 'must begin with https:// (http:// only to this machine and never in production)'
            : null
    if (!mistake) return text.replace(/\/+$/, '')
    context.addIssue({ code: 'custom', message: mistake })
    return z.NEVER
  })

const NodeEnv = z
  .enum(['production', 'development', 'test'], { error: 'must be production, development or test' })
  .default('development')

const StoreFields = {
  NODE_ENV: NodeEnv,
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'must be sqlite:<path> or postgres://…')
    .default('sqlite:.data/one-visit.db'),
  DATA_DIR: Folder.default(path.resolve('.data')),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  CRYPTO_SUITE: z.enum(['aes', 'guomi'], { error: 'must be aes or guomi' }).default('aes'),
  ONE_VISIT_KEYS: Secret('a key ring as JSON').optional(),
}

const departmentFields = <P extends string>(prefix: P, production: boolean) =>
  ({
    [`${prefix}_URL`]: ServiceUrl(production),
    [`${prefix}_PAASID`]: Required('the name this installation has at the provincial gateway'),
    [`${prefix}_TOKEN`]: Secret('the token of the provincial gateway'),
  }) as Record<`${P}_URL`, ReturnType<typeof ServiceUrl>> &
    Record<`${P}_PAASID`, z.ZodString> &
    Record<`${P}_TOKEN`, ReturnType<typeof Secret>>

const serverFields = (production: boolean) => ({
  PORT: z.coerce.number({ error: 'must be a number' }).int('must be a whole number').min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  COUNTY: z
    .string()
    .regex(/^\d{6}$/, 'must be a division code of six digits (GB/T 2260)')
    .default('430224'),
  ONE_VISIT_DEMO: Flag.refine((demo) => !(demo && production), 'must not be 1 in production'),
  TRUST_PROXY: Flag,
  PUBLIC_DIR: Folder.optional(),
  METRICS_TOKEN: Secret('opens /metrics from other machines').optional(),
  ...departmentFields('POLICE', production),
  ...departmentFields('CASES', production),
  ...departmentFields('HEALTH', production),
  ...departmentFields('COMMUNICATIONS', production),
  ...departmentFields('INSURANCE', production),
  ...departmentFields('LICENCE_LIBRARY', production),
  ...departmentFields('SOCIAL_SECURITY', production),
  ...departmentFields('SMS', production),
  ...departmentFields('PROVINCIAL', production),
  WECHAT_URL: ServiceUrl(production).default('https://api.weixin.qq.com'),
  WECHAT_APP_ID: Required('the app id of the mini-program'),
  WECHAT_SECRET: Secret('the app secret of the mini-program'),
  WECHAT_TEMPLATE_CASE_CHANGED: Required('the id of the subscribe-message template for a changed case'),
  WECHAT_TEMPLATE_VISIT: Required('the id of the subscribe-message template for a booked visit'),
})

/** What the server needs. Secrets are `Sensitive`; `databaseUrl` may hold a password and is never logged. */
export type Config = StoreConfig & ReturnType<typeof presentServer>
type StoreConfig = ReturnType<typeof presentStore>

/** Reads the part of the environment that has to do with storage; throws ConfigError. */
export function loadStoreConfig(env: NodeJS.ProcessEnv): StoreConfig {
  return presentStore(parse(z.object(StoreFields), env))
}

/** Reads the whole environment; throws ConfigError naming every mistake. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const production = env['NODE_ENV'] === 'production'
  const read = parse(z.object({ ...StoreFields, ...serverFields(production) }), env)
  return { ...presentStore(read), ...presentServer(read) }
}

function presentServer(read: z.output<z.ZodObject<ReturnType<typeof serverFields>>>) {
  return {
    port: read.PORT,
    host: read.HOST,
    county: read.COUNTY,
    demo: read.ONE_VISIT_DEMO,
    /** True: exactly one proxy stands before this process, and its X-Forwarded-* headers are believed. */
    trustProxy: read.TRUST_PROXY,
    publicDir: read.PUBLIC_DIR ?? null,
    metricsToken: read.METRICS_TOKEN ?? null,
    departments: {
      police: { baseUrl: read.POLICE_URL, paasId: read.POLICE_PAASID, token: read.POLICE_TOKEN },
      cases: { baseUrl: read.CASES_URL, paasId: read.CASES_PAASID, token: read.CASES_TOKEN },
      health: { baseUrl: read.HEALTH_URL, paasId: read.HEALTH_PAASID, token: read.HEALTH_TOKEN },
      communications: { baseUrl: read.COMMUNICATIONS_URL, paasId: read.COMMUNICATIONS_PAASID, token: read.COMMUNICATIONS_TOKEN },
      insurance: { baseUrl: read.INSURANCE_URL, paasId: read.INSURANCE_PAASID, token: read.INSURANCE_TOKEN },
      licenceLibrary: {
        baseUrl: read.LICENCE_LIBRARY_URL,
        paasId: read.LICENCE_LIBRARY_PAASID,
        token: read.LICENCE_LIBRARY_TOKEN,
      },
      socialSecurity: {
        baseUrl: read.SOCIAL_SECURITY_URL,
        paasId: read.SOCIAL_SECURITY_PAASID,
        token: read.SOCIAL_SECURITY_TOKEN,
      },
    },
    sms: { baseUrl: read.SMS_URL, paasId: read.SMS_PAASID, token: read.SMS_TOKEN },
    provincial: { baseUrl: read.PROVINCIAL_URL, paasId: read.PROVINCIAL_PAASID, token: read.PROVINCIAL_TOKEN },
    wechat: {
      baseUrl: read.WECHAT_URL,
      appId: read.WECHAT_APP_ID,
      secret: read.WECHAT_SECRET,
      templates: { caseChanged: read.WECHAT_TEMPLATE_CASE_CHANGED, visit: read.WECHAT_TEMPLATE_VISIT },
    },
  }
}

function presentStore(read: z.output<z.ZodObject<typeof StoreFields>>) {
  return {
    nodeEnv: read.NODE_ENV,
    databaseUrl: read.DATABASE_URL,
    dataDir: read.DATA_DIR,
    logLevel: read.LOG_LEVEL,
    cryptoSuite: read.CRYPTO_SUITE,
    keys: read.ONE_VISIT_KEYS ?? null,
  }
}

function parse<S extends z.ZodObject>(schema: S, env: NodeJS.ProcessEnv): z.output<S> {
  const parsed = schema.safeParse(env)
  if (parsed.success) return parsed.data
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
}
