import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, runOrThrow, step } from './steps.mjs'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const COMMON = ['package-lock.json', 'tsconfig.json', 'shared/src', 'shared/package.json']

const APP_SOURCES = [
  'miniapp/src',
  'miniapp/config',
  'miniapp/babel.config.js',
  'miniapp/project.config.json',
  'miniapp/package.json',
]
/** What is built, from which sources, and the file that shows that it is there. */
const BUILDS = {
  bff: { script: 'build:bff', result: 'bff/dist/main.js', sources: ['bff/src', 'bff/build.mjs', 'bff/package.json'] },
  h5: { script: 'build:h5', result: 'miniapp/dist/h5/index.html', sources: APP_SOURCES },
  weapp: { script: 'build:weapp', result: 'miniapp/dist/weapp/app.js', sources: APP_SOURCES },
}

function filesIn(place) {
  const full = path.join(root, place)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [place]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)))
}

/** Of names and contents, so that a checkout that only touches files builds nothing. */
function hashOf(places) {
  const hash = createHash('sha256')
  for (const file of places.flatMap(filesIn).filter((name) => !/\.test\.tsx?$/.test(name))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Builds `bff`, `h5` or `weapp` when its sources are not those of the last build. */
export async function buildIfChanged(name) {
  const { script, result, sources } = BUILDS[name]
  const stamp = path.join(root, '.cache', 'builds', name)
  const hash = hashOf([...COMMON, ...sources])
  if (existsSync(path.join(root, result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  await step(`build ${name}`, () => runOrThrow(npm, ['run', '--silent', script], { env: { NODE_ENV: 'production' } }))
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}
