import fs from 'node:fs'
import path from 'node:path'

/** The package that `npm run build:weapp` makes. */
export const PACKAGE = path.resolve(__dirname, '../../../miniapp/dist/weapp')

/** Where the package of a demonstration finds its BFF (miniapp/config). */
export const BUILT_FOR = '127.0.0.1:8080'

/** The kilobyte of WeChat's own limits. */
const KB = 1024
/** Our own sizes, well below WeChat's 2 MB. Bytes. */
export const SIZE_BUDGET = { mainBytes: 500 * KB, subpackageBytes: 200 * KB, alwaysPreloadedBytes: 200 * KB }

/** Our own measure of what a page may send to the view: WeChat takes 256 KB a call and 20 calls a second. */
export const SCREEN_BUDGET = { firstScreenCalls: 6, firstScreenBytes: 32 * KB }

/** Text files of a package by their path in it. */
export function readPackage(dist: string, ending: RegExp): Map<string, string> {
  const files = fs.readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => ending.test(file))
  return new Map(files.map((file) => [file, fs.readFileSync(path.join(dist, file), 'utf8')]))
}

/** Scripts that contain any of the words. */
export function scriptsWith(dist: string, words: RegExp): string[] {
  return [...readPackage(dist, /\.js$/)].filter(([, source]) => words.test(source)).map(([file]) => file)
}

/** Throws with what to do when there is no package, or one that was built for a real county. */
export function requirePackage(dist = PACKAGE): void {
  if (!fs.existsSync(path.join(dist, 'app.json')))
    throw new Error(`There is no WeChat package in ${dist}: run \`npm run build:weapp\` first.`)
  if (scriptsWith(dist, new RegExp(`http://${BUILT_FOR}`)).length === 0)
    throw new Error(
      `The WeChat package in ${dist} is not for http://${BUILT_FOR}: run \`npm run build:weapp\` without API_BASE_URL first.`,
    )
}
