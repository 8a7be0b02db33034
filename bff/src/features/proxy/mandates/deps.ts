import type { SmsClient } from '../../../departments/sms/client'
import type { Clock } from '../../../platform/clock'
import type { CountyPack } from '../../../platform/county-pack'
import type { FieldCrypto } from '../../../platform/crypto/field-crypto'
import type { Database, Reader } from '../../../platform/database'
import type { Outbox } from '../../../platform/outbox'

export interface MandateDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly pack: CountyPack
  readonly outbox: Outbox
  /** In plain words what things of other features are, by their ids, for the list of acts. */
  readonly subjectWords: readonly SubjectWords[]
}

export type SubjectWords = (read: Reader, ids: readonly string[]) => Promise<ReadonlyMap<string, SubjectText>>

export interface SubjectText {
  readonly what: string
  /** What the person must know of something that lies ahead of them, whoever arranged it; null when nothing does. */
  readonly ahead: {
    /** When and where, short enough for an SMS. */
    readonly brief: string
    /** What to bring, and how to give it up. Not for others. */
    readonly advice: string
  } | null
}

export type CodeDeliveryDeps = Pick<MandateDeps, 'database' | 'clock' | 'crypto'> & { readonly sms: SmsClient }
