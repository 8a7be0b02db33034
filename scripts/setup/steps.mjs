import { spawn } from 'node:child_process'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** `3.2 s`, `2 min 5 s` */
export function formatSeconds(milliseconds) {
  const seconds = milliseconds / 1000
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

const mark = { ok: '✓', failed: '✗' }

/** Runs `work`, saying what it does, then how it went and how long it took; while it lasts, a line every 15 seconds. */
export async function step(title, work) {
  const started = Date.now()
  console.log(`… ${title}`)
  const stillAt = setInterval(() => console.log(`… ${title} (${formatSeconds(Date.now() - started)})`), 15_000)
  try {
    const result = await work()
    console.log(`${mark.ok} ${title} (${formatSeconds(Date.now() - started)})`)
    return result
  } catch (error) {
    console.log(`${mark.failed} ${title} (${formatSeconds(Date.now() - started)})`)
    throw error
  } finally {
    clearInterval(stillAt)
  }
}

/**
 * Runs a command in the project's root and collects what it prints.
 * @returns {Promise<{ code: number, output: string }>} code 1 when it was ended by a signal
 */
export function run(command, args, { env = {}, cwd = root, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let pending = ''
    const collect = (chunk) => {
      output += chunk
      if (!onLine) return
      const lines = (pending + chunk).split('\n')
      pending = lines.pop() ?? ''
      lines.forEach(onLine)
    }
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** As `run`, but a failure is an error whose message is what the command printed. */
export async function runOrThrow(command, args, options) {
  const { code, output } = await run(command, args, options)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${output.trim()}`)
  return output
}

/** Prints the message of a plan that cannot go on, without a stack: the reader is a person at a terminal. */
export function fail(error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
