import { ed25519 } from '@noble/curves/ed25519'
import type { CheckSignature } from '@one-visit/shared/kernel/signed-code/verify-code'
import { sm2 } from 'sm-crypto-v2'

/** In plain JavaScript: a page opened from a disk or in an old browser has no WebCrypto, or one without Ed25519 and SM2. */
export const checkSignature: CheckSignature = ({ crv, x, y = '' }, message, signature) => {
  try {
    return crv === 'SM2'
      ? sm2.doVerifySignature(message, toHex(signature), `04${toHex(fromBase64url(x))}${toHex(fromBase64url(y))}`, { hash: true })
      : ed25519.verify(signature, message, fromBase64url(x), { zip215: false })
  } catch {
    // A signature or key whose form is wrong.
    return false
  }
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

function fromBase64url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}
