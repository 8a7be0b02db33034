import { deliverNotice, type DeliveryDeps } from './deliver-notice'

/** What the outbox carries for topic `case_changed`. `occasion` is the same however often the same change is delivered. */
export interface CaseChanged {
  readonly accountId: string
  readonly occasion: string
  readonly followId: string
  readonly itemName: string
  readonly statusTitle: string
  readonly nextStep: string
}

/** One message a change, pushed by WeChat or else by SMS. */
export function deliverCaseChanged(deps: DeliveryDeps, change: CaseChanged): Promise<void> {
  const { accountId, occasion, itemName, statusTitle, nextStep, followId } = change
  return deliverNotice(deps, {
    accountId,
    phone: null,
    occasion,
    kind: 'case_changed',
    content: {
      title: `${itemName}：${statusTitle}`,
      body: nextStep,
      link: `/features/progress/pages/followed/index?id=${followId}`,
    },
    wechat: { thing1: itemName, phrase2: statusTitle },
    sms: { template: 'case_changed', params: { item: itemName, status: statusTitle } },
    reach: 'urgent',
  })
}
