import { sm2 } from 'sm-crypto-v2'
import type { SigningSuite } from './suites'

const hex = (base64url: string): string => Buffer.from(base64url, 'base64url').toString('hex')
const base64url = (text: string): string => Buffer.from(text, 'hex').toString('base64url')
const point = (x: string, y: string): string => `04${hex(x)}${hex(y)}`

/**
 * SM2 signatures with SM3 and the usual user id 1234567812345678 (GB/T 32918.2, GB/T 35276), r‖s in 64 bytes. Node's own SM2
 * does not interoperate.
 */
export const sm2Suite: SigningSuite = {
  newPrivateKey: () => base64url(sm2.generateKeyPairHex().privateKey),
  publicKeyOf: (privateKey) => base64url(sm2.getPublicKeyFromPrivateKey(hex(privateKey)).slice(2)),
  sign: ({ privateKey, publicKey }, message) =>
    Buffer.from(sm2.doSignature(message, hex(privateKey), { hash: true, publicKey: `04${hex(publicKey)}` }), 'hex'),
  check({ x, y = '' }, message, signature) {
    try {
      return sm2.doVerifySignature(message, Buffer.from(signature).toString('hex'), point(x, y), { hash: true })
    } catch {
      return false
    }
  },
  jwk(publicKey) {
    const bytes = Buffer.from(publicKey, 'base64url')
    const part = (from: number): string => bytes.subarray(from, from + 32).toString('base64url')
    return { kty: 'EC', crv: 'SM2', x: part(0), y: part(32) }
  },
}
