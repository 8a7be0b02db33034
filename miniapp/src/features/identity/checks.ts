import { MOBILE_PATTERN, SMS_CODE_LENGTH } from '@one-visit/shared/identity/rules'
import { isResidentId } from '@one-visit/shared/kernel/resident-id'
import type { FieldError } from '../../ui/error-summary'
import { identityText } from './text'

const { field } = identityText

/** Spaces and hyphens are how people and address books write numbers. */
export const tidyNumber = (typed: string): string => typed.replace(/[\s-]/g, '')

export function checkPhone(phone: string): FieldError[] {
  return MOBILE_PATTERN.test(phone) ? [] : [{ name: 'phone', message: field.phone.wrong }]
}

export function checkCode(code: string): FieldError[] {
  return /^\d+$/.test(code) && code.length === SMS_CODE_LENGTH ? [] : [{ name: 'code', message: field.code.wrong }]
}

export function checkPerson({ name, residentId }: { name: string; residentId: string }): FieldError[] {
  const wrongName = name.trim().length < 2 ? [{ name: 'name', message: field.name.wrong }] : []
  const wrongId = isResidentId(residentId) ? [] : [{ name: 'residentId', message: field.residentId.wrong }]
  return [...wrongName, ...wrongId]
}
