import type { DepartmentLicence, LicenceField } from '../../departments/department-licence'

/** A licence of which some fields are about to be shown. */
export interface ToShow {
  readonly id: string
  readonly accountId: string
  readonly licence: DepartmentLicence
  readonly licenceIndex: string
  readonly fields: readonly LicenceField[]
  /** When the library said that the licence holds. */
  readonly asOf: Date
  readonly at: Date
}
