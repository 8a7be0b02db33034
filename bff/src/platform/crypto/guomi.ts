import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  getCiphers,
  getHashes,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import type { Suite } from './field-crypto'

const COUNTER = 16
const MAC = 32

/** False on a Node whose OpenSSL was built without the Chinese national algorithms. */
export function isGuomiAvailable(): boolean {
  return getCiphers().includes('sm4-ctr') && getHashes().includes('sm3')
}

/** HMAC (RFC 2104) over SM3 (GB/T 32905-2016). */
export function hmacSm3(key: Buffer, data: Buffer): Buffer {
  return createHmac('sm3', key).update(data).digest()
}

/**
 * SM4-CTR (GB/T 32907-2016) then HMAC-SM3 over context, counter block and ciphertext: OpenSSL 3.0 has no SM4-GCM. Cipher and
 * MAC keys are derived apart from the 32-byte master key. The context's length comes first, so that no byte can move from it
 * into the ciphertext.
 */
export function guomiSuite(masterKey: Buffer): Suite {
  if (!isGuomiAvailable()) throw new Error('the guomi suite needs a Node whose OpenSSL has SM3 and SM4')
  const cipherKey = Buffer.from(hkdfSync('sm3', masterKey, Buffer.alloc(0), 'one-visit sm4-ctr', 16))
  const macKey = Buffer.from(hkdfSync('sm3', masterKey, Buffer.alloc(0), 'one-visit hmac-sm3', 32))
  const mac = (context: Buffer, body: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(context.length)
    return hmacSm3(macKey, Buffer.concat([length, context, body]))
  }
  return {
    seal(plain, context) {
      const counter = randomBytes(COUNTER)
      const cipher = createCipheriv('sm4-ctr', cipherKey, counter)
      const body = Buffer.concat([counter, cipher.update(plain), cipher.final()])
      return Buffer.concat([body, mac(context, body)])
    },
    open(sealed, context) {
      if (sealed.length < COUNTER + MAC) throw new Error('too short')
      const body = sealed.subarray(0, -MAC)
      if (!timingSafeEqual(mac(context, body), sealed.subarray(-MAC))) throw new Error('altered')
      const decipher = createDecipheriv('sm4-ctr', cipherKey, body.subarray(0, COUNTER))
      return Buffer.concat([decipher.update(body.subarray(COUNTER)), decipher.final()])
    },
  }
}
