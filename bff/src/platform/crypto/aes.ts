import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Suite } from './field-crypto'

const NONCE = 12
const TAG = 16

/** AES-256-GCM (NIST SP 800-38D): 96-bit random nonce, ciphertext, 128-bit tag. `masterKey` is 32 bytes. */
export function aesSuite(masterKey: Buffer): Suite {
  const key = Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), 'one-visit aes-256-gcm', 32))
  return {
    seal(plain, context) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(context)
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([nonce, body, cipher.getAuthTag()])
    },
    open(sealed, context) {
      if (sealed.length < NONCE + TAG) throw new Error('too short')
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
      decipher.setAAD(context).setAuthTag(sealed.subarray(-TAG))
      return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
    },
  }
}

/** HMAC-SHA-256 (RFC 2104). */
export function hmacSha256(key: Buffer, data: Buffer): Buffer {
  return createHmac('sha256', key).update(data).digest()
}
