import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import type { AppConfig } from '@tarojs/taro'
import { ProvidePlugin } from 'webpack'
import type Chain from 'webpack-chain'

/** WeChat's engine has no AbortController, which TanStack Query makes for every look-up. */
function provideAbortController(chain: Chain): void {
  const replacement = path.resolve(__dirname, '../src/platform/abort-controller.ts')
  chain.plugin('abort-controller').use(ProvidePlugin, [{ AbortController: [replacement, 'AbortController'] }])
}

/** Taro's own look: an icon font (the content security policy forbids it), text that cannot be selected, inputs of a fixed height. */
function dropTaroStyles(chain: Chain): void {
  chain.resolve.merge({ alias: { '@tarojs/components/dist/taro-components/taro-components.css': false } })
}

/** The router would bring Taro's tab bar although it is never shown: see `addBrowserPages`. */
function dropTaroTabBar(chain: Chain): void {
  const tabBar = path.join(path.dirname(require.resolve('@tarojs/router/package.json')), 'dist/tabbar.js')
  chain.resolve.merge({ alias: { [tabBar]: path.join(__dirname, 'no-tab-bar.ts') } })
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
    dropTaroTabBar(chain)
  })
}
