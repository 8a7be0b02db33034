import { inspect } from 'node:util'
import { ConfigError, loadConfig, loadStoreConfig } from './config'

const ENV = {
  POLICE_URL: 'http://127.0.0.1:9001/police/',
  POLICE_PAASID: 'one-visit',
  POLICE_TOKEN: 'police-token-value',
  CASES_URL: 'http://localhost:9001/cases',
  CASES_PAASID: 'one-visit',
  CASES_TOKEN: 'cases-token-value',
  HEALTH_URL: 'https://health.example',
  HEALTH_PAASID: 'one-visit',
  HEALTH_TOKEN: 'health-token-value',
  COMMUNICATIONS_URL: 'https://communications.example',
  COMMUNICATIONS_PAASID: 'one-visit',
  COMMUNICATIONS_TOKEN: 'communications-token-value',
  INSURANCE_URL: 'https://insurance.example',
  INSURANCE_PAASID: 'one-visit',
  INSURANCE_TOKEN: 'insurance-token-value',
  LICENCE_LIBRARY_URL: 'https://licence-library.example',
  LICENCE_LIBRARY_PAASID: 'one-visit',
  LICENCE_LIBRARY_TOKEN: 'licence-library-token-value',
  SOCIAL_SECURITY_URL: 'https://social-security.example',
  SOCIAL_SECURITY_PAASID: 'one-visit',
  SOCIAL_SECURITY_TOKEN: 'social-security-token-value',
  SMS_URL: 'https://sms.example',
  SMS_PAASID: 'one-visit',
  SMS_TOKEN: 'sms-token-value',
  PROVINCIAL_URL: 'https://province.example/gateway',
  PROVINCIAL_PAASID: 'one-visit',
  PROVINCIAL_TOKEN: 'provincial-token-value',
  WECHAT_APP_ID: 'wx0000000000000000',
  WECHAT_SECRET: 'wechat-secret-value',
  WECHAT_TEMPLATE_CASE_CHANGED: 'template-1',
  WECHAT_TEMPLATE_VISIT: 'template-2',
}

const PRODUCTION = {
  ...ENV,
  NODE_ENV: 'production',
  POLICE_URL: 'https://police.example',
  CASES_URL: 'https://cases.example',
}

function mistakesOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes
    throw error
  }
  return []
}

test('the defaults serve county 430224 from SQLite on this machine only', () => {
  expect(loadConfig(ENV)).toMatchObject({
    nodeEnv: 'development',
    host: '127.0.0.1',
    port: 8080,
    databaseUrl: 'sqlite:.data/one-visit.db',
    county: '430224',
    cryptoSuite: 'aes',
    demo: false,
    trustProxy: false,
    publicDir: null,
    wechat: { baseUrl: 'https://api.weixin.qq.com' },
  })
})

test('an address loses the slash at its end', () => {
  expect(loadConfig(ENV).departments.police.baseUrl).toBe('http://127.0.0.1:9001/police')
})

test('every mistake is named at once, by variable and without its value', () => {
  const mistakes = mistakesOf({
    PORT: 'eighty-eighty',
    DATABASE_URL: 'mysql://root:hunter2@db',
    CRYPTO_SUITE: 'rot13',
    COUNTY: '茶陵',
    TRUST_PROXY: 'yes',
  })
  const named = mistakes.map((mistake) => mistake.split(' ')[0]).sort()
  expect(named).toEqual(['PORT', 'DATABASE_URL', 'CRYPTO_SUITE', 'COUNTY', 'TRUST_PROXY', ...Object.keys(ENV)].sort())
  expect(mistakes.join()).not.toMatch(/hunter2|rot13|eighty/)
})

test.each([
  ['plain http to another machine', { POLICE_URL: 'http://police.example' }, /^POLICE_URL must begin with https/],
  ['a user in the address', { POLICE_URL: 'https://a:b@police.example' }, /^POLICE_URL must have no user/],
  ['something that is no address', { POLICE_URL: 'police' }, /^POLICE_URL is not an address/],
  ['an empty token', { POLICE_TOKEN: '' }, /^POLICE_TOKEN is empty/],
  ['a port out of range', { PORT: '70000' }, /^PORT /],
])('%s is refused', (_, change, expected) => {
  expect(mistakesOf({ ...ENV, ...change })).toEqual([expect.stringMatching(expected)])
})

test('production refuses the demo and plain http even to this machine', () => {
  expect(mistakesOf(PRODUCTION)).toEqual([])
  expect(mistakesOf({ ...PRODUCTION, ONE_VISIT_DEMO: '1', CASES_URL: 'http://127.0.0.1:9001' })).toEqual([
    expect.stringMatching(/^ONE_VISIT_DEMO /),
    expect.stringMatching(/^CASES_URL /),
  ])
})

test('a command-line task needs only the storage part', () => {
  expect(loadStoreConfig({ DATABASE_URL: 'postgres://localhost/one_visit', ONE_VISIT_KEYS: '{}' })).toMatchObject({
    databaseUrl: 'postgres://localhost/one_visit',
    logLevel: 'info',
  })
})

test('printing the configuration shows no secret', () => {
  const config = loadConfig({ ...ENV, ONE_VISIT_KEYS: 'key-ring-value', METRICS_TOKEN: 'metrics-token-value' })
  expect(inspect(config, { depth: null, showHidden: true }) + JSON.stringify(config)).not.toMatch(/-value/)
})
