import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import type { AppConfig } from '@tarojs/taro'
import { ProvidePlugin, type Configuration } from 'webpack'
import type Chain from 'webpack-chain'

type SplitChunks = Exclude<NonNullable<Configuration['optimization']>['splitChunks'], false | undefined>

/** WeChat's engine has no AbortController, which TanStack Query makes for every look-up. */
function provideAbortController(chain: Chain): void {
  const replacement = path.resolve(__dirname, '../src/platform/abort-controller.ts')
  chain.plugin('abort-controller').use(ProvidePlugin, [{ AbortController: [replacement, 'AbortController'] }])
}

/** Taro splits only what is loaded at start: without this every page carries its own copy of what pages have in common. */
function shareBetweenPages(chain: Chain): void {
  const split = chain.optimization.get('splitChunks') as SplitChunks
  const shared = { name: 'shared', chunks: 'async', minChunks: 2, priority: 5, enforce: true } as const
  chain.optimization.splitChunks({ ...split, cacheGroups: { ...split.cacheGroups, shared } })
}

/** Taro's own look: an icon font (the content security policy forbids it), text that cannot be selected, inputs of a fixed height. */
function dropTaroStyles(chain: Chain): void {
  chain.resolve.merge({ alias: { '@tarojs/components/dist/taro-components/taro-components.css': false } })
}

/** Our own tab bar (Taro's is neither focusable nor allowed by the content security policy; WeChat draws its own) and the gallery. */
function addBrowserPages(appConfig: AppConfig): void {
  if (appConfig.tabBar) appConfig.tabBar.custom = true
  appConfig.subPackages = [...(appConfig.subPackages ?? []), { root: 'features/gallery', pages: ['pages/gallery/index'] }]
}

/** What only one of the two targets gets. */
export default function targetPlugin(ctx: IPluginContext): void {
  const isWeapp = (ctx.runOpts as { options: { platform?: string } }).options.platform === 'weapp'
  ctx.modifyAppConfig(({ appConfig }: { appConfig: AppConfig }) => {
    if (!isWeapp) addBrowserPages(appConfig)
  })
  ctx.modifyWebpackChain(({ chain }: { chain: Chain }) => {
    if (isWeapp) {
      provideAbortController(chain)
      return
    }
    dropTaroStyles(chain)
    shareBetweenPages(chain)
  })
}
