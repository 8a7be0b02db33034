import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
const sharedSource = path.resolve(root, '../shared/src')

/** Their published code has private class fields, which WeChat's older engines (and Taro's minifier) do not take. */
const tanstack = ['@tanstack/react-query', '@tanstack/query-core'].map((name) =>
  path.dirname(require.resolve(`${name}/package.json`)),
)
/** Written for newer engines, too; it lists no package.json among its exports. */
const modern = [...tanstack, path.dirname(require.resolve('uqr'))]
const isProduction = process.env.NODE_ENV === 'production'

/** Without settings of a county's own, the package belongs to the demonstration that `npm start` runs. */
const { API_BASE_URL, WECHAT_TEMPLATE_CASE_CHANGED, WECHAT_TEMPLATE_VISIT } = process.env
const demonstration = {
  apiBaseUrl: 'http://127.0.0.1:8080',
  templates: { case_changed: 'tmpl-case-changed', visit: 'tmpl-visit' },
}

/** Where the mini-program finds its BFF; H5 is served by the BFF itself, so its address is empty (same origin). */
const apiBaseUrl = process.env.TARO_ENV === 'h5' ? '' : (API_BASE_URL ?? demonstration.apiBaseUrl)

/** The same template ids as the BFF's; without one, WeChat is not asked and people are told by SMS or in the app. */
const usual = API_BASE_URL === undefined ? demonstration.templates : { case_changed: '', visit: '' }
const wechatTemplates = {
  case_changed: WECHAT_TEMPLATE_CASE_CHANGED ?? usual.case_changed,
  visit: WECHAT_TEMPLATE_VISIT ?? usual.visit,
}

/** 16 px is 16 px on both targets: body text must follow the person's own size, not the width of the screen. */
const keepPixels = { pxtransform: { enable: false, config: {} } }

export default defineConfig<'webpack5'>({
  projectName: 'one-visit',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: process.env.TARO_ENV === 'h5' ? 'dist/h5' : 'dist/weapp',
  plugins: ['aria-plugin.ts', 'target-plugin.ts', 'chunks-plugin.ts', 'postcss-plugin.ts'].map((plugin) =>
    path.join(__dirname, plugin),
  ),
  alias: {
    '@one-visit/shared': sharedSource,
    // npm puts some of Taro's packages at the workspace root and others here: the first is looked for at the root, and of the
    // router each half of Taro would find a copy of its own, one of them without the history.
    '@tarojs/router': path.dirname(require.resolve('@tarojs/router/package.json')),
    '@tarojs/plugin-framework-react/dist/runtime': require.resolve('@tarojs/plugin-framework-react/dist/runtime'),
  },
  defineConstants: { API_BASE_URL: JSON.stringify(apiBaseUrl), WECHAT_TEMPLATES: JSON.stringify(wechatTemplates) },
  // Chinese written as it is takes half of what its escapes take; WeChat and our pages are UTF-8. Quoted keys gain nothing.
  terser: { enable: true, config: { output: { ascii_only: false, quote_keys: false, keep_quoted_props: false } } },
  logger: { quiet: true, stats: false },
  cache: { enable: false },
  mini: {
    compile: { include: [sharedSource, __dirname, ...modern] },
    enableSourceMap: false,
    optimizeMainPackage: { enable: true },
    // Taro writes every template once for each level of nesting; what is deeper than this goes on in a component.
    baseLevel: 8,
    // Nothing here sets HTML.
    runtime: { enableInnerHTML: false },
    postcss: keepPixels,
  },
  h5: {
    compile: { include: [sharedSource, __dirname, ...modern] },
    useHtmlComponents: true,
    publicPath: '/',
    // `npm run dev`: pages come from Taro's server, answers from the BFF that runs beside it.
    devServer: {
      host: '127.0.0.1',
      open: false,
      hot: false,
      proxy: [{ context: ['/v1'], target: process.env.BFF_URL ?? 'http://127.0.0.1:8080' }],
    },
    staticDirectory: 'static',
    enableSourceMap: !isProduction,
    router: { mode: 'browser', customRoutes: { '/features/gallery/pages/gallery/index': '/gallery' } },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    // The inline script that Taro would write sizes `rem` by screen width; the content security policy forbids it anyway.
    htmlPluginOption: { script: '' },
    postcss: { ...keepPixels, autoprefixer: { enable: true, config: {} } },
  },
})
