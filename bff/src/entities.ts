import { Appointment } from './features/appointments/appointment.entity'
import { AppointmentSlot } from './features/appointments/slot.entity'
import { WaitingEntry } from './features/appointments/waiting-entry.entity'
import { CrossProvinceApplication } from './features/cross-province/application.entity'
import { LicenceView } from './features/licences/licence-view.entity'
import { LicencePresentation } from './features/licences/presentation.entity'
import { StatusPlace } from './features/licences/status-place.entity'
import { Follow } from './features/progress/follow.entity'
import { Message } from './features/messages/message.entity'
import { Subscription } from './features/messages/subscription.entity'
import { Account } from './identity/account.entity'
import { Attempt } from './identity/attempt.entity'
import { FamilyMember } from './identity/family-member.entity'
import { HelpRequest } from './identity/help-request.entity'
import { MandateScan } from './identity/mandate-scan.entity'
import { Mandate } from './identity/mandate.entity'
import { Session } from './identity/session.entity'
import { SmsCode } from './identity/sms-code.entity'
import { StaffMember } from './identity/staff-member.entity'
import { AuditRecord } from './platform/audit-record.entity'
import { AuditSeal } from './platform/audit-seal.entity'
import { IdempotencyKey } from './platform/idempotency-key.entity'
import { JobLease } from './platform/job-lease.entity'
import { OutboxMessage } from './platform/outbox-message.entity'

/** Every table there is. */
export const entities = [
  Account,
  Appointment,
  AppointmentSlot,
  Attempt,
  AuditRecord,
  AuditSeal,
  FamilyMember,
  CrossProvinceApplication,
  Follow,
  HelpRequest,
  IdempotencyKey,
  JobLease,
  LicencePresentation,
  LicenceView,
  Mandate,
  MandateScan,
  Message,
  OutboxMessage,
  Session,
  SmsCode,
  StaffMember,
  StatusPlace,
  Subscription,
  WaitingEntry,
]
