import { z } from 'zod'
import { pageOf } from '../kernel/paging'
import { InstantDto, TypedText } from '../kernel/schemas'
import { LICENCE_TYPES } from './rules'

export const LicenceTypeDto = z.enum(LICENCE_TYPES)

/** One field of a licence. `sensitive`: shown masked until tapped. */
export const LicenceFieldDto = z.object({ key: z.string(), label: z.string(), value: z.string(), sensitive: z.boolean() })

/** `licenceId`: GB/T 36904-2018. `id` is ours, for one account. `asOf`: when the library said so; `stale`: it could not be asked now. */
export const LicenceDto = z.object({
  id: z.uuid(),
  licenceId: z.string(),
  type: LicenceTypeDto,
  holder: z.string(),
  issuer: z.string(),
  issuedOn: z.iso.date(),
  validUntil: z.iso.date().nullable(),
  state: z.enum(['valid', 'expiring', 'expired', 'revoked']),
  fields: z.array(LicenceFieldDto),
  asOf: InstantDto,
  stale: z.boolean(),
})

/** `missing`: kinds that are not in the wallet, each with the reason in plain words (没有办过, or its department is down). */
export const WalletDto = z.object({
  items: z.array(LicenceDto),
  missing: z.array(z.object({ type: LicenceTypeDto, reason: z.string(), unavailable: z.boolean() })),
})

/** Paid months and the last ones, from the social-security department. */
export const ContributionsDto = z.object({
  months: z.number().int(),
  last: z.array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), kind: z.string(), base: z.string(), paid: z.boolean() })),
  asOf: InstantDto,
  stale: z.boolean(),
})

/**
 * What is to be shown: the holder chooses the fields. `online`: the QR is a random number that a verifier redeems once;
 * `offline`: the QR carries the fields themselves, signed, for where there is no signal.
 */
export const PresentInput = z.object({
  licence: z.uuid('请重新选择证照'),
  fields: z.array(z.string().max(40)).min(1, '请至少选一项').max(30),
  way: z.enum(['online', 'offline']),
})

/** `qr`: what the QR holds. `code`: the same to be typed, online only. */
export const PresentationDto = z.object({
  id: z.uuid(),
  way: z.enum(['online', 'offline']),
  type: LicenceTypeDto,
  fields: z.array(z.object({ key: z.string(), label: z.string() })),
  qr: z.string(),
  code: z.string().nullable(),
  expiresAt: InstantDto,
})

/** `code`: what was scanned or typed. `purpose`: why it is looked at, read by the holder. */
export const VerifyInput = z.object({
  code: TypedText.min(1, '请扫码或填写').max(2000),
  purpose: TypedText.min(2, '请写明为什么查验').max(60, '请写在 60 字以内'),
})

/** Only the fields that the holder chose, at the moment of checking. */
export const VerificationDto = z.object({
  id: z.uuid(),
  way: z.enum(['online', 'offline']),
  type: LicenceTypeDto,
  fields: z.array(z.object({ key: z.string(), label: z.string(), value: z.string() })),
  issuer: z.string(),
  /** When the licence library last said that it holds. */
  asOf: InstantDto,
  verifiedAt: InstantDto,
})

/** Who looked at a licence: what they saw, when, where, why. */
export const LicenceViewDto = z.object({
  id: z.uuid(),
  at: InstantDto,
  kind: z.enum(['presented', 'verified', 'staff_view', 'volunteer_view', 'family_view']),
  type: LicenceTypeDto,
  fields: z.array(z.string()),
  /** Who showed it for the holder, or opened it, with a mandate; masked, `name` null when their account is gone; null: the holder. */
  by: z.object({ kind: z.enum(['family', 'volunteer']), name: z.string().nullable() }).nullable(),
  /** The office of whoever looked; null when the holder only showed it, and for the family. */
  place: z.string().nullable(),
  purpose: z.string().nullable(),
})
export const LicenceViewPage = pageOf(LicenceViewDto)

/** One published verification key. `crv` `Ed25519` (RFC 8037), or `SM2` with x and y (GB/T 32918). */
export const JwkDto = z.object({
  kid: z.string(),
  kty: z.enum(['OKP', 'EC']),
  crv: z.enum(['Ed25519', 'SM2']),
  x: z.string(),
  y: z.string().optional(),
  use: z.literal('sig'),
  /** Instants between which it signed or signs. */
  notBefore: InstantDto,
  notAfter: InstantDto.nullable(),
})
export const JwksDto = z.object({ keys: z.array(JwkDto) })

/** Which offline presentations' licences have been cancelled: one bit each, deflated, base64url; signed. Good until `expiresAt`. */
export const StatusListDto = z.object({
  list: z.string(),
  issuedAt: InstantDto,
  expiresAt: InstantDto,
  kid: z.string(),
  signature: z.string(),
})
