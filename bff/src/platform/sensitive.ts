import { inspect } from 'node:util'

const REDACTED = '[redacted]'

/** Holds a name, an ID number, a phone or a secret so that printing, serialising or inspecting it shows nothing. */
export class Sensitive<T> {
  // A private field: invisible to JSON, to inspection with `showHidden`, and to spreading.
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  /** The value itself, for the one place that needs it. */
  reveal(): T {
    return this.#value
  }

  toString(): string {
    return REDACTED
  }

  toJSON(): string {
    return REDACTED
  }

  [Symbol.toPrimitive](): string {
    return REDACTED
  }

  [inspect.custom](): string {
    return REDACTED
  }
}

export function sensitive<T>(value: T): Sensitive<T> {
  return new Sensitive(value)
}
