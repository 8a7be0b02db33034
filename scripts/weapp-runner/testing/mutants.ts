import { samplePages } from './sample-pages'
import type { PackageContent } from './sample-package'

/** One way to break the good package, and what the static check must say about it. */
export interface Mutant {
  name: string
  changes: PackageContent
  finding: RegExp
}

const HOME = 'pages/home/index'

interface AppJson {
  pages: string[]
  tabBar: { list: { pagePath: string; iconPath: string }[] }
}

function withApp(appJson: string, change: (app: AppJson) => void): PackageContent {
  const app = JSON.parse(appJson) as AppJson
  change(app)
  return { 'app.json': JSON.stringify(app) }
}

const appended = (file: string, code: string): PackageContent => ({ [file]: `${samplePages[file] ?? ''}\n;${code}` })

const brokenAppJson = (appJson: string): Mutant[] => [
  {
    name: 'a page without files',
    changes: withApp(appJson, (app) => app.pages.push('pages/nope/index')),
    finding: /nope.* has no \.js/,
  },
  { name: 'one tab', changes: withApp(appJson, (app) => app.tabBar.list.pop()), finding: /tabBar has 1 items/ },
  { name: 'a page listed twice', changes: withApp(appJson, (app) => app.pages.push(HOME)), finding: /listed twice/ },
  {
    name: 'a tab in a subpackage',
    changes: withApp(appJson, (app) => app.tabBar.list.push({ pagePath: 'packages/slots/list/index', iconPath: 'icons/me.png' })),
    finding: /not a page of the main package/,
  },
  {
    name: 'a tab icon that is missing',
    changes: withApp(appJson, (app) => app.tabBar.list.push({ pagePath: 'pages/form/index', iconPath: 'icons/nope.png' })),
    finding: /tab icon .* is missing/,
  },
]

const brokenFiles: Mutant[] = [
  { name: 'a page JSON that is none', changes: { [`${HOME}.json`]: '{a:1}' }, finding: /invalid JSON/ },
  {
    name: 'a component that is missing',
    changes: { [`${HOME}.json`]: '{"usingComponents":{"x":"./nope"}}' },
    finding: /component x/,
  },
  { name: 'a tag left open', changes: { [`${HOME}.wxml`]: '<view><text></view>' }, finding: /^wcc/ },
  { name: 'an expression that is none', changes: { [`${HOME}.wxml`]: '<view>{{a+}}</view>' }, finding: /^wcc/ },
  {
    name: 'a template import that is missing',
    changes: { [`${HOME}.wxml`]: '<import src="nope.wxml"/><view/>' },
    finding: /nope\.wxml/,
  },
  { name: 'an HTML tag', changes: { [`${HOME}.wxml`]: '<div/>' }, finding: /<div> is not a mini-program component/ },
  { name: 'modern script in WXS', changes: { 'words.wxs': 'module.exports={greet:()=>1}' }, finding: /^wcc/ },
  { name: 'a style rule left open', changes: { 'app.wxss': '.a{color:red;' }, finding: /^wcsc/ },
  { name: 'a style import that is missing', changes: { 'app.wxss': '@import "./nope.wxss";' }, finding: /^wcsc.*nope/ },
]

const brokenScripts: Mutant[] = [
  { name: 'a script that does not parse', changes: { [`${HOME}.js`]: 'const a = ;' }, finding: /does not parse/ },
  { name: 'eval', changes: appended('app.js', 'eval("1")'), finding: /eval.*blocked/ },
  { name: 'new Function', changes: appended('app.js', 'new Function("return 1")()'), finding: /new Function.*blocked/ },
  { name: 'import()', changes: appended('app.js', 'import("./text.js")'), finding: /import\(\)/ },
  { name: 'an insecure address', changes: appended('app.js', 'var u = "http://api.example.com/"'), finding: /insecure address/ },
  {
    name: 'a main package above 2 MB',
    changes: { 'pages/home/big.js': `module.exports="${'x'.repeat(2.1 * 1024 * 1024)}"` },
    finding: /\(main\): package of .* is larger/,
  },
  {
    name: 'a require across packages',
    changes: appended('app.js', 'require("./packages/slots/times.js")'),
    finding: /of another package/,
  },
]

/** All mutants of the sample package. `appJson` is its app.json. */
export const mutantsOf = (appJson: string): Mutant[] => [...brokenAppJson(appJson), ...brokenFiles, ...brokenScripts]
