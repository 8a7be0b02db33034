import { deliverNotice, type DeliveryDeps } from './deliver-notice'

export interface CaseNews {
  readonly accountId: string
  /** The same however often the same news is delivered. */
  readonly occasion: string
  readonly itemName: string
  /** How it stands now, in a word or two: WeChat's template and SMS have no room for more. */
  readonly status: string
  readonly body: string
  /** Where the app shows it. */
  readonly page: string
}

/** One message for one piece of news about a case, pushed by WeChat or else by SMS. */
export function deliverCaseNews(
  deps: DeliveryDeps,
  { accountId, occasion, itemName, status, body, page }: CaseNews,
): Promise<void> {
  return deliverNotice(deps, {
    ...{ accountId, occasion, phone: null, kind: 'case_changed', reach: 'urgent' },
    content: { title: `${itemName}：${status}`, body, link: page },
    wechat: { thing1: itemName, phrase2: status },
    sms: { template: 'case_changed', params: { item: itemName, status } },
  })
}
