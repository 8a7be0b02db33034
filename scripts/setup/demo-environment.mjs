import path from 'node:path'
import { root } from './steps.mjs'

/**
 * The environment of a demonstration. Names and tokens are those that scripts/fake-departments expects, and public on
 * purpose: nothing real answers to them.
 */
export function demoEnvironment({ bffPort, fakesPort }) {
  const fakes = `http://127.0.0.1:${fakesPort}`
  const department = (name) => ({
    [`${name}_URL`]: `${fakes}/${name.toLowerCase()}`,
    [`${name}_PAASID`]: 'one-visit',
    [`${name}_TOKEN`]: 'demo-tif-token',
  })
  return {
    NODE_ENV: 'development',
    ONE_VISIT_DEMO: '1',
    HOST: '127.0.0.1',
    PORT: String(bffPort),
    DATA_DIR: path.join(root, '.data'),
    DATABASE_URL: process.env.DATABASE_URL ?? `sqlite:${path.join(root, '.data', 'one-visit.db')}`,
    PUBLIC_DIR: path.join(root, 'miniapp', 'dist', 'h5'),
    ...department('POLICE'),
    ...department('CASES'),
    ...department('HEALTH'),
    ...department('COMMUNICATIONS'),
    ...department('INSURANCE'),
    ...department('LICENCE_LIBRARY'),
    ...department('SOCIAL_SECURITY'),
    ...department('SMS'),
    ...department('PROVINCIAL'),
    WECHAT_URL: `${fakes}/wechat`,
    WECHAT_APP_ID: 'wx-demo-app',
    WECHAT_SECRET: 'demo-wechat-secret',
    WECHAT_TEMPLATE_CASE_CHANGED: 'tmpl-case-changed',
    WECHAT_TEMPLATE_VISIT: 'tmpl-visit',
  }
}
