import type { HealthClient } from '../../departments/health/client'
import type { PoliceClient } from '../../departments/police/client'
import type { Clock } from '../../platform/clock'
import type { CountyPack } from '../../platform/county-pack'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database } from '../../platform/database'
import type { Logger } from '../../platform/logger'
import type { Outbox } from '../../platform/outbox'

/** What the lists of free times are kept by; told after each commit that changed a slot. */
export interface SlotPlace {
  readonly officeId: string
  readonly itemGroup: string
  readonly date: string
}

export interface AppointmentDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly pack: CountyPack
  readonly log: Logger
  readonly outbox: Outbox
  readonly police: PoliceClient
  readonly health: HealthClient
  readonly slotLists: { changed(place: SlotPlace): void }
}
