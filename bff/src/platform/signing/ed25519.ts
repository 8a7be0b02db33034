import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import type { SigningSuite } from './suites'

/** PKCS #8 for a bare Ed25519 key (RFC 8410): what stands before its 32 bytes. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

const privateKeyObject = (privateKey: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, Buffer.from(privateKey, 'base64url')]),
    format: 'der',
    type: 'pkcs8',
  })

const publicPart = (key: KeyObject): string => createPublicKey(key).export({ format: 'jwk' }).x ?? ''

/** Ed25519 (RFC 8032) as Node has it. */
export const ed25519Suite: SigningSuite = {
  newPrivateKey: () => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }).d ?? '',
  publicKeyOf: (privateKey) => publicPart(privateKeyObject(privateKey)),
  sign: ({ privateKey }, message) => sign(null, message, privateKeyObject(privateKey)),
  check({ x }, message, signature) {
    try {
      return verify(null, message, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), signature)
    } catch {
      return false
    }
  },
  jwk: (publicKey) => ({ kty: 'OKP', crv: 'Ed25519', x: publicKey }),
}
