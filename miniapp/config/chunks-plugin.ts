import type { IPluginContext } from '@tarojs/service'
import type { Chunk, ChunkGraph, Compilation, Compiler, Configuration, Module } from 'webpack'
import type Chain from 'webpack-chain'

type SplitChunks = Exclude<NonNullable<Configuration['optimization']>['splitChunks'], false | undefined>

/** `features/catalogue/pages/item/index` → catalogue; the pages of the main package (`pages/home/index`) → main. */
function featureOf(request: string): string {
  return /\bfeatures\/([\w-]+)\/pages\//.exec(request)?.[1] ?? 'main'
}

/** The features whose pages these chunks are. */
function featuresOf(chunks: readonly Chunk[]): ReadonlySet<string> {
  const requests = chunks.flatMap((chunk) =>
    [...chunk.groupsIterable].flatMap(({ origins }) => origins.map(({ request }) => request)),
  )
  return new Set(requests.map(featureOf))
}

/**
 * Where something goes that several pages use: with one feature's pages alone, into that feature's chunk; with a page of the main
 * package, into `shared`, which is loaded at the start. What is left is not for the first page: `content` for the pages that links
 * lead to from elsewhere, `more` for the rest.
 */
function chunkFor(chunks: readonly Chunk[]): string {
  const features = featuresOf(chunks)
  if (features.has('main')) return 'shared'
  const [only = '', ...others] = features
  if (others.length === 0) return `feature-${only}`
  return features.has('catalogue') ? 'content' : 'more'
}

/** webpack asks for a name for each set of pages alone; what counts are all pages that use the module, which only `test` can see. */
function sharedGroup() {
  const names = new WeakMap<Module, string>()
  return {
    test: (module: Module, { chunkGraph }: { chunkGraph: ChunkGraph }): boolean => {
      names.set(module, chunkFor(chunkGraph.getModuleChunks(module)))
      return true
    },
    name: (module: Module): string => names.get(module) ?? 'more',
    ...{ chunks: 'async', minChunks: 2, priority: 5, enforce: true },
  } as const
}

interface HeadTag {
  tagName: string
  voidTag: boolean
  attributes: Record<string, string>
  meta: object
}

/** What we use of html-webpack-plugin, which Taro brings along. */
interface HtmlPluginClass {
  getHooks(compilation: Compilation): {
    alterAssetTagGroups: {
      tap(name: string, change: (groups: { headTags: HeadTag[]; publicPath: string }) => object): void
    }
  }
}

/** `shared` is needed by every page, and without this first asked for when the app has been loaded and run. */
class PreloadShared {
  apply(compiler: Compiler): void {
    const html = compiler.options.plugins.find((plugin) => plugin?.constructor.name === 'HtmlWebpackPlugin')
    if (!html) throw new Error('There is no html-webpack-plugin to write the preloading of `shared`.')
    compiler.hooks.compilation.tap('preload-shared', (compilation) => {
      const hooks = (html.constructor as unknown as HtmlPluginClass).getHooks(compilation)
      hooks.alterAssetTagGroups.tap('preload-shared', (groups) => {
        const files = [...compilation.chunks].filter(({ name }) => name === 'shared').flatMap(({ files }) => [...files])
        const preload = (file: string): HeadTag => ({
          tagName: 'link',
          voidTag: true,
          attributes: { rel: 'preload', as: 'script', href: groups.publicPath + file },
          meta: {},
        })
        groups.headTags.push(...files.filter((file) => file.endsWith('.js')).map(preload))
        return groups
      })
    })
  }
}

/** In the browser. Taro splits only what is loaded at start: without this every page carries its own copy of what pages have in common. */
export default function chunksPlugin(ctx: IPluginContext): void {
  const isWeapp = (ctx.runOpts as { options: { platform?: string } }).options.platform === 'weapp'
  ctx.modifyWebpackChain(({ chain }: { chain: Chain }) => {
    if (isWeapp) return
    const split = chain.optimization.get('splitChunks') as SplitChunks
    chain.optimization.splitChunks({ ...split, cacheGroups: { ...split.cacheGroups, shared: sharedGroup() } })
    chain.plugin('preload-shared').use(PreloadShared)
  })
}
