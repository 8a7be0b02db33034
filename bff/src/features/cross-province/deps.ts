import type { CasesClient } from '../../departments/cases/client'
import type { Clock } from '../../platform/clock'
import type { CountyPack } from '../../platform/county-pack'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database } from '../../platform/database'
import type { Logger } from '../../platform/logger'
import type { Outbox } from '../../platform/outbox'

export interface CrossProvinceDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly pack: CountyPack
  readonly outbox: Outbox
  readonly cases: CasesClient
  readonly log: Logger
}
