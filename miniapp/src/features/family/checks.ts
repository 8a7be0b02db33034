import { isSmsCode } from '@one-visit/shared/identity/rules'
import { isResidentId } from '@one-visit/shared/kernel/resident-id'
import type { FieldError } from '../../ui/error-summary'
import { familyText } from './text'

/** As people copy numbers, with spaces between; `x` as it is printed. */
export const tidyResidentId = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()

export function checkPerson({ name, residentId }: { name: string; residentId: string }): FieldError[] {
  const text = familyText.person
  const wrongName = name.trim().length < 2 ? [{ name: 'name', message: text.name.wrong }] : []
  const wrongId = isResidentId(residentId) ? [] : [{ name: 'residentId', message: text.residentId.wrong }]
  return [...wrongName, ...wrongId]
}

export function checkCode(code: string): FieldError[] {
  return isSmsCode(code) ? [] : [{ name: 'code', message: familyText.code.wrong }]
}
