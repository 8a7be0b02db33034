import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import aria from './aria-attributes.json'

type Platform = Pick<TaroPlatformBase, 'template' | 'runtimePath'>

/** Taro's WeChat templates know no `aria-*`. Adds them there and, since properties travel under short names, to the runtime's table of names. */
export default function ariaPlugin(ctx: IPluginContext): void {
  const attributes = Object.fromEntries(aria.attributes.map((attribute) => [attribute, '']))
  const isWeapp = (ctx.runOpts as { options: { platform?: string } }).options.platform === 'weapp'
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (!isWeapp) return
      platform.template.mergeComponents(
        ctx,
        Object.fromEntries(aria.components.map((component) => [component, { ...attributes }])),
      )
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'aria-runtime.ts')].flat()
    },
  })
}
