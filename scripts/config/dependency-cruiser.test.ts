import { plantProject } from './planted-project'

const importing = (target: string): string => `import { a } from '${target}'\nexport const b = a\n`
const importingType = (target: string): string => `import type { a } from '${target}'\nexport type B = typeof a\n`

/** Places that exist to be imported. */
const TARGETS = Object.fromEntries(
  [
    ...[
      'bff/src/platform/target.ts',
      'bff/src/departments/target.ts',
      'bff/src/identity/target.ts',
      'bff/src/features/one/target.ts',
    ],
    ...[
      'bff/src/app.ts',
      'bff/test/target.ts',
      'miniapp/src/features/one/target.ts',
      'shared/src/one/contract.ts',
      'shared/src/one/rules.ts',
    ],
    ...[
      'scripts/fake-departments/target.ts',
      'node_modules/zod/index.js',
      'node_modules/pg/index.js',
      'node_modules/undici/index.js',
      'node_modules/@tarojs/taro/index.js',
    ],
  ].map((file) => [file, 'export const a = 1\n']),
)

/** Each import breaks the rule beside it. */
const FAULTS: readonly (readonly [rule: string, from: string, content: string])[] = [
  ['platform-points-down', 'bff/src/platform/f1.ts', importing('../departments/target')],
  ['departments-points-down', 'bff/src/departments/f2.ts', importing('../identity/target')],
  ['identity-points-down', 'bff/src/identity/f3.ts', importing('../features/one/target')],
  ['features-points-down', 'bff/src/features/two/f4.ts', importing('../../app')],
  ['bff-features-apart', 'bff/src/features/two/f5.ts', importing('../one/target')],
  ['bff-features-apart', 'bff/src/features/two/f6.ts', importingType('../one/target')],
  ['miniapp-features-apart', 'miniapp/src/features/two/f7.ts', importing('../one/target')],
  ['shared-is-the-bottom', 'shared/src/one/f8.ts', importing('../../../bff/src/platform/target')],
  ['bff-without-app', 'bff/src/platform/f9.ts', importing('../../../miniapp/src/features/one/target')],
  ['app-without-bff', 'miniapp/src/platform/f10.ts', importing('../../../bff/src/platform/target')],
  ['code-without-tests', 'bff/src/platform/f11.ts', importing('../../test/target')],
  ['one-database-driver-user', 'bff/src/features/two/f12.ts', importing('pg')],
  ['one-outgoing-caller', 'bff/src/features/two/f20.ts', importing('undici')],
  ['one-outgoing-caller', 'bff/src/features/two/f21.ts', "import { get } from 'node:https'\nexport const b = get\n"],
  ['contract-as-types-only', 'miniapp/src/features/two/f13.ts', importing('@one-visit/shared/one/contract')],
  ['rules-without-schemas', 'shared/src/two/rules.ts', importing('zod')],
  ['rules-without-schemas', 'shared/src/three/rules.ts', importing('../one/contract')],
  ['one-taro-user', 'miniapp/src/features/two/f14.ts', importing('@tarojs/taro')],
  ['app-platform-and-ui-below-features', 'miniapp/src/ui/f15.ts', importing('../features/one/target')],
  ['fakes-stand-alone', 'scripts/fake-departments/f16.ts', importing('../../bff/src/platform/target')],
  ['nothing-unresolved', 'bff/src/platform/f17.ts', importing('./nowhere')],
  ['no-cycles', 'shared/src/one/f18.ts', "import { b } from './f19'\nexport const a = () => b\n"],
]

const ALLOWED: Readonly<Record<string, string>> = {
  'shared/src/one/f19.ts': "import { a } from './f18'\nexport const b = () => a\n",
  'miniapp/src/features/two/g1.ts': importingType('@one-visit/shared/one/contract'),
  'miniapp/src/features/two/g2.ts': importing('@one-visit/shared/one/rules'),
  'miniapp/src/platform/g3.ts': importing('@tarojs/taro'),
  'bff/src/features/two/g4.ts': importing('../../departments/target'),
  'bff/src/platform/database.ts': importing('pg'),
  'bff/src/departments/transport.ts': importing('undici'),
  'bff/src/features/two/g5.test.ts': importing('../../../test/target'),
}

const packageJson = (name: string, fields: object = {}): string => JSON.stringify({ name, version: '1.0.0', ...fields })

interface Violation {
  from: string
  rule: { name: string }
}

let violations: Violation[]

beforeAll(() => {
  const project = plantProject({
    ...TARGETS,
    ...ALLOWED,
    ...Object.fromEntries(FAULTS.map(([, file, content]) => [file, content])),
    'package.json': packageJson('planted', { workspaces: ['shared'] }),
    'shared/package.json': packageJson('@one-visit/shared', { exports: { './*': './src/*.ts' } }),
    ...Object.fromEntries(
      ['zod', 'pg', 'undici', '@tarojs/taro'].map((name) => [`node_modules/${name}/package.json`, packageJson(name)]),
    ),
  })
  project.link('shared', 'node_modules/@one-visit/shared')
  const args = [
    '--config',
    'scripts/config/dependency-cruiser.cjs',
    '--output-type',
    'json',
    'shared',
    'bff',
    'miniapp',
    'scripts',
  ]
  const output = JSON.parse(project.run('dependency-cruiser/bin/dependency-cruise.mjs', args)) as {
    summary: { violations: Violation[] }
  }
  violations = output.summary.violations
  project.remove()
}, 120_000)

test.each(FAULTS.map(([rule, file]) => [rule, file]))('%s refuses %s', (rule, file) => {
  expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule)
})

test('what the rules allow passes', () => {
  const allowed = Object.keys(ALLOWED).filter((file) => file !== 'shared/src/one/f19.ts')
  expect(violations.filter(({ from }) => allowed.includes(from))).toEqual([])
})
