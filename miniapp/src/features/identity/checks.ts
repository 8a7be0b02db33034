import { isSmsCode, MOBILE_PATTERN } from '@one-visit/shared/identity/rules'
import type { FieldError } from '../../ui/error-summary'
import { identityText } from './text'

const { field } = identityText

/** Spaces and hyphens are how people and address books write numbers. */
export const tidyNumber = (typed: string): string => typed.replace(/[\s-]/g, '')

export function checkPhone(phone: string): FieldError[] {
  return MOBILE_PATTERN.test(phone) ? [] : [{ name: 'phone', message: field.phone.wrong }]
}

export function checkCode(code: string): FieldError[] {
  return isSmsCode(code) ? [] : [{ name: 'code', message: field.code.wrong }]
}
