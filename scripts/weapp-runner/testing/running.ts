import { launch, type LaunchOptions, type WeappApp } from '..'
import { makeSamplePackage, removePackage, type PackageContent } from './sample-package'

/** Runs `story` against the sample package (with `changes`), and ends and removes it afterwards. */
export async function withSampleApp(
  story: (app: WeappApp) => Promise<void>,
  changes: PackageContent = {},
  options: Omit<LaunchOptions, 'dist'> = {},
): Promise<void> {
  const dist = makeSamplePackage(changes)
  try {
    const app = await launch({ ...options, dist })
    try {
      await story(app)
    } finally {
      app.close()
    }
  } finally {
    removePackage(dist)
  }
}

/** A page script in place of the sample's home page. */
export const homeScript = (members: string, template = '<view>{{said}}</view>'): PackageContent => ({
  'pages/home/index.js': `Page({ data: { said: '' }, ${members} })`,
  'pages/home/index.wxml': template,
  'pages/home/index.json': '{}',
})

/** A home page that calls `wx[api]` with those options when it opens, and shows the answer. */
export const says = (api: string, options = ''): string =>
  `onLoad() { wx.${api}({ ${options ? `${options}, ` : ''}success: (ok) => this.setData({ said: JSON.stringify(ok) }), fail: (no) => this.setData({ said: no.errMsg }) }) }`
