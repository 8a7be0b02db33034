import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const children = JSON.stringify(path.join(__dirname, 'children.mjs'))

const logs = mkdtempSync(path.join(os.tmpdir(), 'one-visit-children-'))
afterAll(() => {
  rmSync(logs, { recursive: true, force: true })
})

/** Starts a program with one child, and answers what it printed and how it ended. */
function runProgram(childCode: string, after: string): Promise<{ output: string; code: number | null }> {
  const program = `
    const { createChildren, lastLines } = await import(${children})
    const children = createChildren({ show: true, logs: ${JSON.stringify(logs)} })
    const entry = children.start('child', ['-e', ${JSON.stringify(childCode)}], {})
    await new Promise((resolve) => entry.child.stdout.once('data', resolve))
    ${after}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  return new Promise((resolve) => child.on('close', (code) => resolve({ output, code })))
}

test('stopping lets a child finish what it does', async () => {
  const childCode =
    "process.on('SIGTERM', () => { console.log('finished'); process.exit(0) }); console.log('up'); setInterval(() => {}, 1000)"
  const { output, code } = await runProgram(childCode, 'await children.stop(); console.log("stopped", children.ended() !== null)')
  expect(output).toMatch(/up[^]*finished[^]*stopped true/)
  expect(code).toBe(0)
})

test('a child that ends by itself is noticed, with the end of what it said', async () => {
  const { output } = await runProgram(
    "console.log('about to fail'); process.exitCode = 3",
    'console.log(lastLines(await children.anyEnds()))',
  )
  expect(output).toMatch(/stopped by itself[^]*about to fail/)
})
