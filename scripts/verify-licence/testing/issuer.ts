import { newKeyRing, parseKeyRing } from '../../../bff/src/platform/crypto/crypto-keys'
import { createSigner, type Signer } from '../../../bff/src/platform/signing/signer'
import { SettableClock } from '../../../bff/test/settable-clock'
import type { OfflineLicence } from '@one-visit/shared/licences/offline-code'

/** A driving licence as it is shown; place 12 of the status list. */
export const LICENCE: OfflineLicence = {
  type: 'driving_licence',
  statusIndex: 12,
  asOf: new Date('2026-11-21T01:02:00.000Z'),
  presentationId: '019aa3b2-7c00-7000-8000-00000000abcd',
  issuer: '株洲市公安局交警支队',
  fields: [
    ['name', '刘桂英'],
    ['vehicleClass', 'C1'],
  ],
}

export interface Issuer {
  readonly clock: SettableClock
  readonly signer: Signer
  /** The two published documents as a verifier gets them. */
  keys(): unknown
  status(revoked?: readonly number[]): unknown
}

/** An installation with keys of its own, at a time that tests move. */
export function startIssuer(cryptoSuite: 'aes' | 'guomi'): Issuer {
  const clock = new SettableClock()
  const ring = parseKeyRing(JSON.stringify(newKeyRing(cryptoSuite)), 'the test')
  const signer = createSigner({ clock, ring, cryptoSuite })
  const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  return {
    clock,
    signer,
    keys: () => throughJson({ keys: signer.publicKeys() }),
    status: (revoked = []) => throughJson(signer.signStatusList(revoked, 20)),
  }
}
