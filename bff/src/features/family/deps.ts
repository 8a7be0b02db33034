import type { PoliceClient } from '../../departments/police/client'
import type { Clock } from '../../platform/clock'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database } from '../../platform/database'
import type { Outbox } from '../../platform/outbox'

export interface FamilyDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly police: PoliceClient
  readonly outbox: Outbox
}
