import type { SubscriptionDto } from '@one-visit/shared/messages/contract'
import Taro from '@tarojs/taro'
import { api } from './client'
import { IS_WEAPP } from './target'

type Template = SubscriptionDto['template']

/** Whether there is anything to ask: only WeChat has such messages, and only with a template of the county's own. */
export function hasMessages(template: Template): boolean {
  return IS_WEAPP && WECHAT_TEMPLATES[template] !== ''
}

/**
 * Asks WeChat's leave to send one message, and tells the BFF when the person agreed; it counts once for each tap. Only straight
 * from a tap: WeChat refuses it any later. False without leave; people are then told by SMS or in the app. Never fails.
 */
export async function allowMessage(template: Template): Promise<boolean> {
  if (!hasMessages(template) || !(await askWechat(WECHAT_TEMPLATES[template]))) return false
  try {
    await api.call('POST /v1/message-subscriptions', { body: { template } })
    return true
  } catch {
    return false
  }
}

async function askWechat(templateId: string): Promise<boolean> {
  try {
    const answer: Record<string, unknown> = {
      ...(await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] })),
    }
    return answer[templateId] === 'accept'
  } catch {
    return false
  }
}
