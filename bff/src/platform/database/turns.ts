/** Node takes one new connection a turn of its loop, so that a longer turn makes newcomers wait. */
export const LONGEST_TURN_MS = 2

export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
