import { decodeText, encodeText } from './compact-text'

/** Text of ASCII letters as bytes. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

/** Builds a message byte by byte; numbers are big-endian. Throws RangeError for what does not fit its place. */
export class ByteWriter {
  private readonly bytes: number[] = []

  /** A whole number of `width` bytes, at most 6. */
  number(value: number, width: number): this {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** width) throw new RangeError('the number does not fit')
    for (let i = width - 1; i >= 0; i--) this.bytes.push(Math.floor(value / 256 ** i) & 255)
    return this
  }

  raw(bytes: Uint8Array): this {
    for (const byte of bytes) this.bytes.push(byte)
    return this
  }

  /** Text of at most 255 bytes, after their number. */
  text(text: string): this {
    const bytes = encodeText(text)
    return this.number(bytes.length, 1).raw(bytes)
  }

  done(): Uint8Array {
    return Uint8Array.from(this.bytes)
  }
}

/** Reads what ByteWriter wrote and never throws: after a read that goes wrong everything is 0 or empty and `isDone` is false. */
export class ByteReader {
  private at = 0
  private broken = false

  constructor(private readonly bytes: Uint8Array) {}

  number(width: number): number {
    return this.raw(width).reduce((value, byte) => value * 256 + byte, 0)
  }

  raw(length: number): Uint8Array {
    if (this.broken || this.at + length > this.bytes.length) {
      this.broken = true
      return new Uint8Array()
    }
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  text(): string {
    const text = decodeText(this.raw(this.number(1)))
    if (text === null) this.broken = true
    return text ?? ''
  }

  get isBroken(): boolean {
    return this.broken
  }

  /** Everything was read and nothing was wrong. */
  get isDone(): boolean {
    return !this.broken && this.at === this.bytes.length
  }
}
