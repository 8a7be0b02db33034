import { z } from 'zod'
import { endpoints } from '../kernel/endpoints'
import { InstantDto, TypedText } from '../kernel/schemas'

export const StaffRoleDto = z.enum(['volunteer', 'clerk', 'supervisor', 'administrator'])

export const StaffSignInInput = z.object({
  username: TypedText.min(1, '请填写账号').max(60),
  password: z.string().min(1, '请填写密码').max(200),
  /** RFC 6238, six digits, 30 seconds; each code works once. */
  totp: z.string().regex(/^\d{6}$/, '请填写 6 位动态码'),
})

/** Times are instants (UTC): 30 minutes idle, 8 hours absolute. */
export const StaffSessionDto = z.object({
  id: z.uuid(),
  staffId: z.uuid(),
  name: z.string(),
  role: StaffRoleDto,
  /** The id of the office where they work; null: all of them. */
  office: z.string().nullable(),
  idleExpiresAt: InstantDto,
  absoluteExpiresAt: InstantDto,
})
export const StaffSignedInDto = StaffSessionDto.extend({ token: z.string() })

export const staffEndpoints = endpoints({
  'POST /v1/staff/sessions': {
    summary: 'Staff sign-in: password (argon2) and TOTP',
    access: 'public',
    body: StaffSignInInput,
    reply: StaffSignedInDto,
    status: 201,
    limit: 'sign_in',
    audit: 'staff_signed_in',
    pii: 'personal',
    problems: ['sign_in_failed', 'too_many_attempts'],
  },
  'GET /v1/staff/session': {
    summary: 'The present staff session; asking does not lengthen it',
    access: 'staff',
    reply: StaffSessionDto,
    limit: 'read',
    pii: 'personal',
  },
  'POST /v1/staff/session/renewal': {
    summary: 'Continue: start the idle time anew',
    access: 'staff',
    reply: StaffSessionDto,
    limit: 'write',
    pii: 'personal',
  },
  'DELETE /v1/staff/session': {
    summary: 'Staff sign-out',
    access: 'staff',
    reply: null,
    limit: 'write',
    audit: 'staff_signed_out',
    pii: 'none',
  },
})

export type StaffSessionDto = z.infer<typeof StaffSessionDto>
export type StaffSignedInDto = z.infer<typeof StaffSignedInDto>
