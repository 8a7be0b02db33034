import { type Problem, problem } from '../../platform/errors'
import type { Refusal } from '../department-call'
import { departmentInvalidReply, departmentUnavailable } from '../department-names'
import type { CodedReply } from '../tif'

const BUSY = -1
/** Invalid, of an older secret, or expired. */
export const TOKEN_INVALID: readonly number[] = [40001, 40014, 42001]
export const NO_QUOTA = 43101
export const UNKNOWN_OPENID = 40003

const badCode = (): Problem => problem('wechat_code_invalid')

/** What the person is told for WeChat's numbers about a code of wx.login or getPhoneNumber (single use, 5 minutes). */
export const CODE_REFUSALS: Readonly<Record<number, () => Problem>> = {
  40029: badCode,
  40163: badCode,
  40226: () => problem('wechat_blocked'),
  45011: () => problem('too_many_requests', { retryAfter: 60 }),
}

/** Lets through success and the numbers that the caller knows. "Busy" (-1) did nothing and may be asked again. */
export function refuseWechat(known: readonly number[]): (reply: CodedReply<unknown>) => Refusal | null {
  return ({ errcode }) => {
    if (errcode === 0 || known.includes(errcode)) return null
    if (errcode === BUSY) return { problem: departmentUnavailable('wechat'), again: true }
    return { problem: departmentInvalidReply('wechat', `unknown errcode ${String(errcode)}`), again: false }
  }
}

/** WeChat refuses a message whose fields are too long: things take 20 characters, phrases 5. */
export function templateData(data: Readonly<Record<string, string>>): Record<string, { value: string }> {
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, { value: clip(value, field.startsWith('phrase') ? 5 : 20) }]),
  )
}

function clip(text: string, length: number): string {
  const letters = [...text]
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`
}
