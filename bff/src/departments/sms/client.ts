import { Sensitive } from '../../platform/sensitive'
import type { Gateway } from '../gateway'
import { refuseUnknown } from '../refuse-unknown'
import { SMS_REFUSALS } from './mapping'
import { SendReply } from './reply'

/** Texts registered with the SMS platform, by name. */
export type SmsTemplate =
  'sign_in_code' | 'case_changed' | 'visit_notice' | 'family_code' | 'mandate_code' | 'acted_for' | 'help_request'

export interface SmsClient {
  /**
   * Hands one message to the SMS platform. Throws `invalid_input` for a number that takes no messages, `too_many_requests`
   * at the carriers' limit, and the department problems; after a timeout the message may have been sent all the same.
   */
  send(
    phone: Sensitive<string>,
    template: SmsTemplate,
    params: Readonly<Record<string, string | Sensitive<string>>>,
  ): Promise<void>
}

export function createSmsClient({ gateway }: { readonly gateway: Gateway }): SmsClient {
  return {
    async send(phone, template, params) {
      const { value } = await gateway.call({
        department: 'sms',
        operation: 'send',
        method: 'POST',
        path: 'messages/send',
        body: { phone: phone.reveal(), templateId: template, params: revealAll(params) },
        schema: SendReply,
        refusal: refuseUnknown('sms', Object.keys(SMS_REFUSALS).map(Number)),
      })
      const refused = SMS_REFUSALS[value.errcode]
      if (refused) throw refused()
    },
  }
}

function revealAll(params: Readonly<Record<string, string | Sensitive<string>>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value instanceof Sensitive ? value.reveal() : value]),
  )
}
