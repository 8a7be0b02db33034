/**
 * The 41 characters that a QR code packs into 5.5 bits each (ISO/IEC 18004, alphanumeric mode) without space, $, % and *: 41³ is
 * more than 2¹⁶, so two bytes take three characters, as in Base45 (RFC 9285), and a code survives trimming, shells and copying.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+-./:'
const BASE = ALPHABET.length
/** By character code; what is not in the alphabet counts for more than two bytes hold. */
const NONE = 65_536
const VALUES = Array.from({ length: 128 }, (_, code) => {
  const value = ALPHABET.indexOf(String.fromCharCode(code))
  return value < 0 ? NONE : value
})

const letter = (value: number): string => ALPHABET.charAt(Math.floor(value) % BASE)

/** Two bytes become three characters, a last single byte two. */
export function toBase41(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 2) {
    const low = bytes[i + 1]
    const value = low === undefined ? (bytes[i] ?? 0) : (bytes[i] ?? 0) * 256 + low
    text += (low === undefined ? '' : letter(value / BASE ** 2)) + letter(value / BASE) + letter(value)
  }
  return text
}

/** Null for anything that `toBase41` would not have written. */
export function fromBase41(text: string): Uint8Array | null {
  const over = text.length % 3
  const whole = text.length - over
  if (over === 1) return null
  const bytes = new Uint8Array((whole / 3) * 2 + over / 2)
  const digit = (at: number): number => VALUES[text.charCodeAt(at)] ?? NONE
  for (let at = 0, to = 0; at < whole; at += 3) {
    const value = (digit(at) * BASE + digit(at + 1)) * BASE + digit(at + 2)
    if (value > 65_535) return null
    bytes[to++] = value >> 8
    bytes[to++] = value & 255
  }
  if (over === 0) return bytes
  const last = digit(whole) * BASE + digit(whole + 1)
  if (last > 255) return null
  bytes[bytes.length - 1] = last
  return bytes
}
