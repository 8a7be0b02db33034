import { createHmac } from 'node:crypto'

const DEMO_SECRET = 'JBSWY3DPEHPK3PXP'
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const STEP_SECONDS = 30

function fromBase32(text) {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

/** The six digits of RFC 6238 at a time in milliseconds. */
export function totpAt(secret, milliseconds) {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 1000 / STEP_SECONDS)))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 0x0f
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Prints the code that the demonstration's staff sign in with now. */
if (process.argv[1] === import.meta.filename) console.log(totpAt(process.argv[2] ?? DEMO_SECRET, Date.now()))
