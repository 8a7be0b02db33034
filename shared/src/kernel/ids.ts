const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

let lastMs = 0
let counter = 0

const hex = (value: number, length: number): string => `00000000000${value.toString(16)}`.slice(-length)
const BYTES = Array.from({ length: 256 }, (_, byte) => hex(byte, 2))
const hexByte = (byte: number | undefined): string => BYTES[byte ?? 0] ?? ''

/** Starts the 12-bit counter in its lower half, so that a busy millisecond has at least 2,048 ids before it borrows the next. */
function nextCounter(nowMs: number, random: Uint8Array): void {
  if (nowMs > lastMs) {
    lastMs = nowMs
    counter = (((random[8] ?? 0) << 8) | (random[9] ?? 0)) & 0x7ff
    return
  }
  counter += 1
  if (counter > 0xfff) {
    lastMs += 1
    counter = 0
  }
}

/**
 * A UUIDv7 (RFC 9562, 5.7) whose ids of one process sort in the order they were made, also within a millisecond and when the
 * clock steps back (6.2, method 1: a counter in rand_a). `nowMs` is milliseconds since 1970.
 */
export function uuidv7(randomBytes: (count: number) => Uint8Array, nowMs: number): string {
  const random = randomBytes(10)
  nextCounter(nowMs, random)
  const time = hex(lastMs, 12)
  const variant = hexByte(((random[0] ?? 0) & 0x3f) | 0x80)
  let rest = ''
  for (let index = 2; index < 8; index += 1) rest += hexByte(random[index])
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${variant}${hexByte(random[1])}-${rest}`
}

/** Whether `value` is a UUID of any version, in lower case as this project writes them. */
export function isUuid(value: string): boolean {
  return UUID.test(value)
}
