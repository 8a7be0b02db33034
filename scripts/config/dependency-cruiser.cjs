/**
 * Who may import what. Tests may reach further than the code beside them, so most rules leave them out; the arrows between
 * features hold for tests too.
 */
const TEST = '[.]test[.]tsx?$|/test/|/testing/'

/** Values here are zod schemas, which must not reach the mini-program bundle. */
const SCHEMAS = '^shared/src/.*(contract|examples|endpoints|schemas|paging)[.]ts$|node_modules/zod/'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const bffLayer = (layer, above) =>
  forbid(
    `${layer}-points-down`,
    'features → identity → departments → platform → shared',
    { path: `^bff/src/${layer}/`, pathNot: TEST },
    {
      path: `^bff/src/(${above.join('|')})`,
    },
  )

const featuresApart = (root) =>
  forbid(
    `${root}-features-apart`,
    'A feature never imports another feature; only ids travel.',
    { path: `^${root}/src/features/([^/]+)/` },
    {
      path: `^${root}/src/features/`,
      pathNot: `^${root}/src/features/$1/`,
    },
  )

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'A cycle has no bottom to start reading from.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('nothing-unresolved', 'The import leads nowhere.', {}, { couldNotResolve: true }),

    bffLayer('platform', ['departments', 'identity', 'features', 'app[.]ts', 'main[.]ts']),
    bffLayer('departments', ['identity', 'features', 'app[.]ts', 'main[.]ts']),
    bffLayer('identity', ['features', 'app[.]ts', 'main[.]ts']),
    bffLayer('features', ['app[.]ts', 'main[.]ts']),
    featuresApart('bff'),
    featuresApart('miniapp'),
    forbid('shared-is-the-bottom', 'shared imports no other part.', { path: '^shared/' }, { path: '^(bff|miniapp|scripts)/' }),
    forbid('bff-without-app', 'The BFF knows nothing of the app.', { path: '^bff/' }, { path: '^miniapp/' }),
    forbid('app-without-bff', 'The app knows the BFF by its contract only.', { path: '^miniapp/' }, { path: '^bff/' }),
    forbid(
      'code-without-tests',
      'Code never imports tests, test support or scripts.',
      { path: '^(bff|miniapp|shared)/src/', pathNot: TEST },
      { path: `^scripts/|${TEST}` },
    ),
    forbid(
      'one-database-driver-user',
      'bff/src/platform/database is the only place that knows which database runs.',
      { path: '^bff/src/', pathNot: `^bff/src/platform/database|${TEST}` },
      { path: 'node_modules/(better-sqlite3|pg)/' },
    ),
    forbid(
      'one-outgoing-caller',
      'bff/src/departments/transport.ts alone calls other machines: at addresses of the environment, never of data.',
      { path: '^bff/src/', pathNot: `^bff/src/departments/transport[.]ts$|${TEST}` },
      { path: 'node_modules/undici/|^(node:)?(https|http2|dgram)$' },
    ),

    forbid(
      'contract-as-types-only',
      'The app imports contracts with `import type`: a schema in the bundle costs bytes and needs new Function.',
      { path: '^miniapp/src/', pathNot: TEST },
      { path: SCHEMAS, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'rules-without-schemas',
      'rules.ts and the kernel files that the app uses stay free of schemas.',
      { path: '^shared/src/', pathNot: `${SCHEMAS}|${TEST}` },
      { path: SCHEMAS, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'one-taro-user',
      'miniapp/src/platform is the only place with Taro APIs.',
      { path: '^miniapp/src/', pathNot: `^miniapp/src/platform/|${TEST}` },
      { path: 'node_modules/@tarojs/taro/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'app-platform-and-ui-below-features',
      'platform and ui serve features and know none.',
      { path: '^miniapp/src/(platform|ui)/', pathNot: TEST },
      { path: '^miniapp/src/features/' },
    ),
    forbid(
      'fakes-stand-alone',
      'A fake that shares code with its client would share its mistakes.',
      { path: '^scripts/fake-departments/', pathNot: TEST },
      { path: '^(bff|miniapp)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.d.ts', '.json', '.scss', '.css'],
    },
  },
}
