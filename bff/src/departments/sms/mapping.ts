import { type Problem, problem } from '../../platform/errors'

/** Business numbers of the SMS platform, and what the person is told. */
export const SMS_REFUSALS: Readonly<Record<number, () => Problem>> = {
  // The number does not exist, or its owner has refused messages.
  40001: () => problem('invalid_input', { fields: [{ path: 'phone', message: '这个手机号收不到短信，请检查' }] }),
  // The carriers' own limit for one number.
  40002: () => problem('too_many_requests', { detail: '这个手机号今天收到的短信太多了。', retryAfter: 3600 }),
}
