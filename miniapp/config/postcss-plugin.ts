import type { IPluginContext } from '@tarojs/service'
import type Chain from 'webpack-chain'

/**
 * Gives postcss-loader the PostCSS 8 of this package. The loader itself is hoisted to the workspace root, and finds there
 * whatever version other tools brought along.
 */
export default function postcssPlugin(ctx: IPluginContext): void {
  const implementation = require.resolve('postcss')
  const mend = (rule: Chain.Rule<unknown>) => {
    for (const use of rule.uses.values()) {
      if (!String(use.get('loader')).includes('postcss-loader')) continue
      use.tap((options: object) => ({ ...options, implementation }))
    }
    rule.oneOfs.values().forEach(mend)
  }
  ctx.modifyWebpackChain(({ chain }: { chain: Chain }) => {
    chain.module.rules.values().forEach(mend)
  })
}
