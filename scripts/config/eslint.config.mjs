import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const TESTS = ['**/*.test.{ts,tsx}', '**/test/**', '**/testing/**', 'scripts/journeys/**']

const NODE_GLOBALS = [
  ...['process', 'console', 'module', 'require', 'Buffer', 'URL', 'fetch', 'AbortController', 'AbortSignal', 'performance'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'structuredClone'],
]

/** What reads the environment or the platform is one file or folder, so that everything else can be tested without it. */
const readsEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only bff/src/platform/config.ts reads the environment, and only miniapp/src/platform reads TARO_ENV.',
}
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only, except where Taro wants a default (pages and app).',
}
const switchedOffTest = {
  selector: 'CallExpression > MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo)$/]',
  message: 'No test is switched off or on alone.',
}

const style = {
  eqeqeq: 'error',
  'no-console': 'error',
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'no-restricted-syntax': ['error', readsEnvironment, defaultExport, switchedOffTest],
}

const typed = {
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/explicit-module-boundary-types': ['error', { allowArgumentsExplicitlyTypedAsAny: false }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  // A reply of nothing is `void` in a conditional type.
  '@typescript-eslint/no-invalid-void-type': 'off',
  // Names are spread into characters, which is right for every Chinese character, rare ones included.
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
  // TypeORM takes and gives entities as plain objects.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
}

/** A test may be long, and reads replies whose shape it is there to check. */
const relaxedInTests = {
  'max-lines': 'off',
  'max-lines-per-function': 'off',
  'no-restricted-syntax': ['error', switchedOffTest],
  '@typescript-eslint/explicit-module-boundary-types': 'off',
  '@typescript-eslint/no-non-null-assertion': 'off',
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/require-await': 'off',
  // Fixtures are objects of closures, made to be taken apart.
  '@typescript-eslint/unbound-method': 'off',
}

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', '.cache/', '.data/', '**/coverage/'] },
  // A rule that is wrong for us is changed here, where it can be discussed, not silenced in a file.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    rules: { ...style, ...typed },
  },
  {
    files: ['miniapp/**/*.{ts,tsx}'],
    ignores: TESTS,
    extends: [reactHooks.configs.flat['recommended-latest'] ?? reactHooks.configs.flat.recommended],
  },
  // What a component gives back is always something to render.
  { files: ['**/*.tsx'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  {
    files: ['miniapp/src/**/pages/**', 'miniapp/src/app.tsx', '**/*.config.ts', 'miniapp/config/**'],
    rules: { 'no-restricted-syntax': ['error', readsEnvironment, switchedOffTest] },
  },
  {
    files: ['bff/src/platform/config.ts', 'miniapp/src/platform/**', 'miniapp/config/**'],
    rules: { 'no-restricted-syntax': ['error', switchedOffTest] },
  },
  {
    files: ['bff/src/**'],
    ignores: [...TESTS, 'bff/src/platform/http/http-test-*.ts'],
    // One place calls other machines: dependency-cruiser's `one-outgoing-caller`.
    rules: { 'no-restricted-globals': ['error', 'fetch', 'WebSocket', 'EventSource'] },
  },
  {
    files: [
      'bff/src/main.ts',
      'bff/src/audit-verify.ts',
      'bff/src/staff-add.ts',
      'bff/src/backup.ts',
      'bff/src/restore.ts',
      'bff/src/keys.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', defaultExport, switchedOffTest] },
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', switchedOffTest] } },
  { files: TESTS, rules: relaxedInTests },
  {
    files: ['**/*.{mjs,cjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])),
    },
    rules: {
      'max-lines': style['max-lines'],
      'max-lines-per-function': style['max-lines-per-function'],
    },
  },
)
