import { MandateScan } from '../../../identity/mandate-scan.entity'
import type { FieldCrypto } from '../../../platform/crypto/field-crypto'
import type { Reader, Transaction } from '../../../platform/database'

/** A scan opens as that of its own mandate only. */
export const scanPurpose = (mandateId: string): string => `mandate.scan:${mandateId}`

interface Scan {
  readonly mandateId: string
  readonly image: Buffer
  readonly takenAt: Date
}

/** Keeps the picture of both ID cards, encrypted; until the person's account is deleted. */
export async function keepScan(tx: Transaction, crypto: FieldCrypto, { mandateId, image, takenAt }: Scan): Promise<void> {
  const imageSealed = crypto.seal(image.toString('base64'), scanPurpose(mandateId))
  await tx.insert(MandateScan, { mandateId, imageSealed, takenAt: takenAt.toISOString() })
}

export async function findScan(read: Reader, crypto: FieldCrypto, mandateId: string): Promise<Scan | null> {
  const row = await read.findOneBy(MandateScan, { mandateId })
  if (!row) return null
  const image = Buffer.from(crypto.open(row.imageSealed, scanPurpose(mandateId)), 'base64')
  return { mandateId, image, takenAt: new Date(row.takenAt) }
}

/** With the mandates that the account gave. */
export async function forgetScansOf(tx: Transaction, accountId: string): Promise<void> {
  await tx.affected`DELETE FROM mandate_scans WHERE mandate_id IN (SELECT id FROM mandates WHERE account_id = ${accountId})`
}
