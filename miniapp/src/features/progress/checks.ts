import { CASE_NUMBER_PATTERN } from '@one-visit/shared/progress/rules'
import type { FieldError } from '../../ui/error-summary'
import { progressText } from './text'

/** Receipts are copied with spaces, small letters and the wide forms of Chinese keyboards. */
export function tidyCaseNumber(typed: string): string {
  const narrow = typed.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  return narrow.replace(/\s/g, '').toUpperCase()
}

export function checkCaseNumber(caseNumber: string): FieldError[] {
  return CASE_NUMBER_PATTERN.test(caseNumber) ? [] : [{ name: 'caseNumber', message: progressText.caseNumber.wrong }]
}

export function checkPassword(password: string): FieldError[] {
  return password.length >= 4 && password.length <= 32 ? [] : [{ name: 'password', message: progressText.casePassword.wrong }]
}

export function checkLastFour(lastFour: string): FieldError[] {
  return /^\d{3}[\dX]$/.test(lastFour) ? [] : [{ name: 'lastFour', message: progressText.caseLastFour.wrong }]
}
