import type { CommunicationsClient } from '../../departments/communications/client'
import type { HealthClient } from '../../departments/health/client'
import type { Clock } from '../../platform/clock'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database } from '../../platform/database'
import type { Signer } from '../../platform/signing/signer'

export interface HealthCodeDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly health: HealthClient
  readonly communications: CommunicationsClient
  readonly signer: Signer
}
