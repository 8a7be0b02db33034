import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './steps.mjs'

const STOP_WITHIN_MS = 15_000
const isWindows = process.platform === 'win32'

/**
 * Programs that run beside this one and end with it. Each is a process group of its own, so that Ctrl-C reaches this program
 * alone, which then stops them in order; their output goes to `<logs>/<name>.log`, or to the terminal with `show`.
 */
export function createChildren({ show = false, logs = path.join(root, '.data', 'logs') } = {}) {
  const children = []
  let ended = null

  function start(name, args, env) {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      detached: !isWindows,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const log = path.join(logs, `${name}.log`)
    mkdirSync(path.dirname(log), { recursive: true })
    const output = createWriteStream(log)
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output.write(chunk)
        if (show) process.stdout.write(`${chunk}`.replace(/^(?=.)/gm, `[${name}] `))
      })
    }
    const closed = new Promise((resolve) => child.on('close', (code) => output.end(() => resolve(code))))
    child.on('error', (error) => output.write(String(error)))
    const entry = { name, child, log, closed, isRunning: true }
    children.push(entry)
    closed.then(() => {
      entry.isRunning = false
      ended ??= entry
    })
    return entry
  }

  function signal({ child }, name) {
    try {
      process.kill(isWindows ? child.pid : -child.pid, name)
    } catch (error) {
      // It has ended meanwhile.
      if (error.code !== 'ESRCH') throw error
    }
  }

  async function stopOne(entry) {
    if (!entry.isRunning) return
    signal(entry, 'SIGTERM')
    const tooLong = setTimeout(() => signal(entry, 'SIGKILL'), STOP_WITHIN_MS)
    await entry.closed
    clearTimeout(tooLong)
  }

  return {
    start,
    /** Last started, first stopped. */
    stop: async () => {
      for (const entry of [...children].reverse()) await stopOne(entry)
    },
    /** The first one that ended by itself, or null. */
    ended: () => ended,
    /** Resolves when any of them ends. */
    anyEnds: () => Promise.race(children.map((entry) => entry.closed.then(() => entry))),
  }
}

/** The end of what a program printed, for the message when it stopped by itself. */
export function lastLines({ name, log }) {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20)
  return `${name} stopped by itself. The end of ${path.relative(root, log)}:\n${lines.join('\n')}`
}
