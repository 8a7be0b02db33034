import type { HealthClient } from '../../departments/health/client'
import type { InsuranceClient } from '../../departments/insurance/client'
import type { LicenceLibraryClient } from '../../departments/licence-library/client'
import type { SocialSecurityClient } from '../../departments/social-security/client'
import type { Clock } from '../../platform/clock'
import type { CountyPack } from '../../platform/county-pack'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database } from '../../platform/database'
import type { Logger } from '../../platform/logger'
import type { Signer } from '../../platform/signing/signer'

export interface LicenceDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly signer: Signer
  readonly pack: CountyPack
  readonly log: Pick<Logger, 'warn'>
  readonly licenceLibrary: LicenceLibraryClient
  readonly insurance: InsuranceClient
  readonly health: HealthClient
  readonly socialSecurity: SocialSecurityClient
}
