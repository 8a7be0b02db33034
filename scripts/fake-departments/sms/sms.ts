import { type FakeDepartment, ok, refused, textOf } from '../fake-department'

export interface SentSms {
  readonly at: string
  readonly phone: string
  readonly template: string
  readonly params: Readonly<Record<string, string>>
}

/** Numbers that behave as some real ones do: no such number, and the carriers' daily limit. */
const NO_SUCH_NUMBER = '13900040001'
const DAILY_LIMIT = '13900040002'

/** Keeps what was sent, so that tests and the demonstration can read it. */
export function fakeSms(sent: SentSms[], clock: () => Date): FakeDepartment {
  return {
    tif: true,
    answer: ({ path, body }) => {
      if (path !== 'messages/send') return null
      const phone = textOf(body, 'phone')
      if (phone === NO_SUCH_NUMBER) return refused(40001, 'no such number')
      if (phone === DAILY_LIMIT) return refused(40002, 'daily limit')
      const params = (body['params'] ?? {}) as Record<string, string>
      sent.push({ at: clock().toISOString(), phone, template: textOf(body, 'templateId'), params })
      return ok({ messageId: `sms-${sent.length}` })
    },
  }
}
