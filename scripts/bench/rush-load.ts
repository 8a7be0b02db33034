import { setTimeout as sleep } from 'node:timers/promises'
import { Connection } from './connection'
import { percentile } from './numbers'
import { writeGet, writeRequest } from './requests'
import type { Caller } from './visits'

export interface RushOrder {
  readonly port: number
  readonly callers: readonly Caller[]
  /** The list that everybody looks at first. */
  readonly listPath: string
  /** Milliseconds in which they come, each at a random moment. */
  readonly withinMs: number
}

/** How many were told the same, and how soon: milliseconds from the tap on "book" to the answer. */
export interface Told {
  readonly outcome: string
  readonly people: number
  readonly p50: number
  readonly p99: number
}

/** Everybody comes at a moment of their own, with a connection of their own, whether or not the answers keep up. */
export async function runRush({ port, callers, listPath, withinMs }: RushOrder): Promise<Told[]> {
  const took = new Map<string, number[]>()
  await Promise.all(
    callers.map(async (caller) => {
      await sleep(Math.random() * withinMs)
      const { outcome, ms } = await come(port, caller, listPath)
      const times = took.get(outcome) ?? []
      took.set(outcome, times)
      times.push(ms)
    }),
  )
  return [...took].map(([outcome, times]) => {
    return { outcome, people: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
  })
}

async function come(port: number, caller: Caller, listPath: string): Promise<{ outcome: string; ms: number }> {
  const connection = await Connection.open(port)
  try {
    const list = await connection.send(writeGet(listPath, caller.token))
    if (list.status !== 200) throw new Error(`The list was answered ${list.status}: ${list.body}`)
    const tapped = performance.now()
    const { status, body } = await connection.send(writeRequest('book', caller))
    const outcome = status === 201 ? 'booked' : (JSON.parse(body) as { code: string }).code
    return { outcome, ms: performance.now() - tapped }
  } finally {
    connection.close()
  }
}
