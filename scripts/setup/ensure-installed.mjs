import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, run, runOrThrow, step } from './steps.mjs'

const STAMP = path.join(root, 'node_modules', '.one-visit-built-for')
const OLDEST_NODE = [20, 19]
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Packages with a machine-specific part, and what shows that it is there. */
const NATIVE_PACKAGES = {
  'better-sqlite3': "new (require('better-sqlite3'))(':memory:').close()",
  '@swc/core': "require('@swc/core').transformSync('1')",
  esbuild: "require('esbuild').transformSync('1')",
}

/** Throws a plain message when this Node is too old to run the project. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${version}. See https://nodejs.org`)
  }
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/**
 * Whether node_modules holds what the lock file says. npm keeps what it installed in node_modules/.package-lock.json, so someone
 * who has just run `npm install` is not made to wait again. Optional packages depend on the platform and are left
 * out, and so is what npm noted but nothing asks for.
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted).every(
    ([place, { version, link, optional, devOptional, extraneous }]) =>
      place === '' ||
      !place.includes('node_modules/') ||
      link ||
      optional ||
      devOptional ||
      extraneous ||
      installed[place]?.version === version,
  )
}

/** Built for this Node, this machine and these packages. */
function wantedStamp() {
  const installed = readFileSync(path.join(root, 'node_modules', '.package-lock.json'))
  return [createHash('sha256').update(installed).digest('hex'), process.versions.modules, process.platform, process.arch].join(
    ' ',
  )
}

async function loads(name) {
  // The BFF's packages may stand in its own node_modules, so the look-up starts there.
  const { code } = await run(process.execPath, ['-e', NATIVE_PACKAGES[name]], { cwd: path.join(root, 'bff') })
  return code === 0
}

async function brokenPackages() {
  const names = Object.keys(NATIVE_PACKAGES)
  const working = await Promise.all(names.map(loads))
  return names.filter((_, index) => !working[index])
}

/** npm versions differ in whose install scripts they run, so what matters is whether the packages load. */
async function repairNativePackages() {
  const broken = await brokenPackages()
  if (broken.length === 0) return
  await step(`build ${broken.join(', ')} for this machine`, () => run(npm, ['rebuild', '--foreground-scripts', ...broken]))
  const stillBroken = await brokenPackages()
  if (stillBroken.length === 0) return
  throw new Error(
    `${stillBroken.join(', ')} cannot be loaded on this machine (${process.platform} ${process.arch}, Node ${process.versions.node}).\n` +
      'No ready-made build was found, or it could not be downloaded. Either use an LTS release of Node, or install a C++ compiler,\n' +
      'make and Python 3 (Debian: apt install build-essential python3; macOS: xcode-select --install), then start again.',
  )
}

/** Installs the packages on first use and whenever the lock file asks for others; a second call costs only reading two files. */
export async function ensureInstalled() {
  requireNode()
  if (!isInstalled(readPackages('package-lock.json'), readPackages('node_modules/.package-lock.json'))) {
    await step('install packages (the first time takes some minutes)', () =>
      runOrThrow(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
    )
  }
  const wanted = wantedStamp()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  await repairNativePackages()
  writeFileSync(STAMP, wanted)
}
