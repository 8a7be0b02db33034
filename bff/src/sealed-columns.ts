import { Appointment } from './features/appointments/appointment.entity'
import { SEALED_VISIT } from './features/appointments/visitor'
import { WaitingEntry } from './features/appointments/waiting-entry.entity'
import { SEALED_APPLICATION } from './features/cross-province/application-content'
import { CrossProvinceApplication } from './features/cross-province/application.entity'
import { LicenceView } from './features/licences/licence-view.entity'
import { presentationPurpose } from './features/licences/presentation-content'
import { LicencePresentation } from './features/licences/presentation.entity'
import { StatusPlace } from './features/licences/status-place.entity'
import { STATUS_ID_PURPOSE } from './features/licences/status-places'
import { VIEW_PURPOSE } from './features/licences/view-log'
import { MESSAGE_PURPOSE } from './features/messages/message-presenter'
import { Message } from './features/messages/message.entity'
import { PROGRESS_PURPOSE } from './features/progress/follow-presenter'
import { TARGET_PURPOSE } from './features/progress/follow-target'
import { Follow } from './features/progress/follow.entity'
import { scanPurpose } from './features/proxy/mandates/scan-store'
import { Account } from './identity/account.entity'
import { FamilyMember } from './identity/family-member.entity'
import { HelpRequest, SEALED_REQUEST } from './identity/help-request.entity'
import { MandateScan } from './identity/mandate-scan.entity'
import { SEALED } from './identity/person'
import { SEALED_STAFF, StaffMember } from './identity/staff-member.entity'
import { sealedColumn } from './platform/crypto/reseal'
import { payloadPurpose } from './platform/outbox'
import { OutboxMessage } from './platform/outbox-message.entity'

/**
 * Every column whose text stays sealed for longer than a week. Not here, because they are gone by themselves: replies kept under
 * idempotency keys (24 hours) and copies of department replies (7 days).
 */
export const sealedColumns = [
  sealedColumn(Account, 'id', 'phoneSealed', SEALED.phone),
  sealedColumn(Account, 'id', 'wechatSealed', SEALED.wechat),
  sealedColumn(Account, 'id', 'nameSealed', SEALED.name),
  sealedColumn(Account, 'id', 'residentIdSealed', SEALED.residentId),
  sealedColumn(Appointment, 'id', 'nameSealed', SEALED_VISIT.name),
  sealedColumn(Appointment, 'id', 'residentIdSealed', SEALED_VISIT.residentId),
  sealedColumn(Appointment, 'id', 'phoneSealed', SEALED_VISIT.phone),
  sealedColumn(CrossProvinceApplication, 'id', 'contentSealed', SEALED_APPLICATION.content),
  sealedColumn(CrossProvinceApplication, 'id', 'outcomeSealed', SEALED_APPLICATION.outcome),
  sealedColumn(FamilyMember, 'id', 'nameSealed', SEALED.name),
  sealedColumn(FamilyMember, 'id', 'residentIdSealed', SEALED.residentId),
  sealedColumn(Follow, 'id', 'targetSealed', TARGET_PURPOSE),
  sealedColumn(Follow, 'id', 'progressSealed', PROGRESS_PURPOSE),
  sealedColumn(HelpRequest, 'id', 'wordsSealed', SEALED_REQUEST.words),
  sealedColumn(HelpRequest, 'id', 'addressSealed', SEALED_REQUEST.address),
  sealedColumn(HelpRequest, 'id', 'phoneSealed', SEALED_REQUEST.phone),
  sealedColumn(HelpRequest, 'id', 'outcomeSealed', SEALED_REQUEST.outcome),
  sealedColumn(HelpRequest, 'id', 'returnedSealed', SEALED_REQUEST.returned),
  sealedColumn(LicencePresentation, 'id', 'contentSealed', ({ id }) => presentationPurpose(id)),
  sealedColumn(LicenceView, 'id', 'purposeSealed', VIEW_PURPOSE),
  sealedColumn(MandateScan, 'mandateId', 'imageSealed', ({ mandateId }) => scanPurpose(mandateId)),
  sealedColumn(Message, 'id', 'contentSealed', MESSAGE_PURPOSE),
  sealedColumn(OutboxMessage, 'id', 'payload', ({ topic }) => payloadPurpose(topic)),
  sealedColumn(StaffMember, 'id', 'totpSecretSealed', SEALED_STAFF.totp),
  sealedColumn(StaffMember, 'id', 'nameSealed', SEALED_STAFF.name),
  sealedColumn(StaffMember, 'id', 'phoneSealed', SEALED_STAFF.phone),
  sealedColumn(StatusPlace, 'place', 'licenceIdSealed', STATUS_ID_PURPOSE),
  sealedColumn(WaitingEntry, 'id', 'nameSealed', SEALED_VISIT.name),
  sealedColumn(WaitingEntry, 'id', 'residentIdSealed', SEALED_VISIT.residentId),
  sealedColumn(WaitingEntry, 'id', 'phoneSealed', SEALED_VISIT.phone),
]
