import path from 'node:path'

interface AppConfig {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
}

const CONFIG = path.resolve(__dirname, '../../../miniapp/src/app.config.ts')

/** The address of every page in the app's page list, and of the gallery, which only the browser build has. */
export function listAppPages(): string[] {
  // Taro's build puts this function around the list.
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  const { default: config } = jest.requireActual<{ default: AppConfig }>(CONFIG)
  const inPackages = config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  return [...config.pages, ...inPackages].map((page) => `/${page}`).concat('/gallery')
}
