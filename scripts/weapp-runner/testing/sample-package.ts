import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { samplePages } from './sample-pages'

/** The smallest PNG: one transparent pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const app = {
  pages: ['pages/home/index', 'pages/me/index', 'pages/form/index', 'pages/phone/index'],
  subPackages: [{ root: 'packages/slots', pages: ['list/index'] }],
  tabBar: {
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'icons/home.png', selectedIconPath: 'icons/home-on.png' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'icons/me.png', selectedIconPath: 'icons/me-on.png' },
    ],
  },
  __usePrivacyCheck__: true,
}

const icons = ['home', 'home-on', 'me', 'me-on'].map((name): [string, Buffer] => [`icons/${name}.png`, PIXEL])

export type PackageContent = Record<string, string | Buffer>

const sampleFiles = (): PackageContent => ({
  'app.json': JSON.stringify(app),
  'app.wxss': '.page { color: #222; }',
  ...Object.fromEntries(icons),
  ...samplePages,
})

/** Writes the good hand-made package, with `changes` over it, into a new temporary folder and returns the folder. */
export function makeSamplePackage(changes: PackageContent = {}): string {
  const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-'))
  for (const [file, content] of Object.entries({ ...sampleFiles(), ...changes })) {
    fs.mkdirSync(path.dirname(path.join(dist, file)), { recursive: true })
    fs.writeFileSync(path.join(dist, file), content)
  }
  return dist
}

export function removePackage(dist: string): void {
  fs.rmSync(dist, { recursive: true, force: true })
}
