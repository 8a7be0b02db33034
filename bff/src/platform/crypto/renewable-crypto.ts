import type { FieldCrypto } from './field-crypto'

/** Field encryption whose keys can be changed while it is in use. */
export interface RenewableCrypto extends FieldCrypto {
  /** Takes the keys as they are now; throws what loading them throws, and goes on with the ones it has. */
  renew(): void
}

/** `load` reads the key ring anew each time. */
export function renewableCrypto(load: () => FieldCrypto): RenewableCrypto {
  let now = load()
  return {
    seal: (plain, purpose) => now.seal(plain, purpose),
    open: (sealed, purpose) => now.open(sealed, purpose),
    blindIndex: (value, purpose) => now.blindIndex(value, purpose),
    get head() {
      return now.head
    },
    renew: () => {
      now = load()
    },
  }
}
