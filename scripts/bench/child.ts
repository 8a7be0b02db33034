import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'

/** What a child of the bench is asked, and answers in the same order. */
type Question = { readonly id: number; readonly ask: string; readonly with: unknown }
type Reply = { readonly id: number; readonly reply?: unknown; readonly error?: string }

export interface Child {
  ask<T>(what: string, details?: unknown): Promise<T>
  stop(): Promise<void>
  /** As a crash would: nothing is finished. */
  kill(): Promise<void>
}

/**
 * Starts a program of this folder in a process of its own. It ends when this process ends, however that happens: its
 * channel closes then. `stdout` is a file descriptor for what it prints.
 */
export function startChild(program: string, env: Record<string, string> = {}, stdout: number | 'inherit' = 'inherit'): Child {
  const child = fork(path.join(__dirname, program), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
  })
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve()
    }),
  )
  child.on('message', ({ id, reply, error }: Reply) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.resolve(reply)
    else asked?.reject(new Error(`${program}: ${error}`))
  })
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${program} ended with ${code ?? 'a signal'}.`))
  })
  let next = 0
  return {
    ask: <T>(ask: string, details: unknown = null) =>
      new Promise<T>((resolve, reject) => {
        next += 1
        waiting.set(next, { resolve: resolve as (value: unknown) => void, reject })
        child.send({ id: next, ask, with: details } satisfies Question)
      }),
    stop: () => stopChild(child, ended),
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.connected) child.disconnect()
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(tooLong)
}

/** In the child: answers the parent's questions until it goes, then runs `onGone` and ends. */
export function answerParent(
  answers: Readonly<Record<string, (details: never) => unknown>>,
  onGone: () => unknown = () => undefined,
): void {
  process.on('message', ({ id, ask, with: details }: Question) => {
    const settle = async (): Promise<unknown> => await (answers[ask] as ((details: unknown) => unknown) | undefined)?.(details)
    settle().then(
      (reply) => process.send?.({ id, reply } satisfies Reply),
      (error: unknown) =>
        process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies Reply),
    )
  })
  process.once('disconnect', () => {
    void Promise.resolve(onGone()).finally(() => process.exit(0))
  })
}
