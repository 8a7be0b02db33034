import { deliverNotice, type DeliveryDeps } from './deliver-notice'

/** What the outbox carries for topic `application_settled`. */
interface ApplicationSettled {
  readonly accountId: string
  readonly occasion: string
  readonly applicationId: string
  readonly itemName: string
  readonly status: string
  readonly body: string
}

/** One message: an application that was kept has got to the department, or will not. */
export function deliverApplicationSettled(deps: DeliveryDeps, settled: ApplicationSettled): Promise<void> {
  const { accountId, occasion, applicationId, itemName, status, body } = settled
  return deliverNotice(deps, {
    accountId,
    phone: null,
    occasion,
    kind: 'case_changed',
    content: {
      title: `${itemName}：${status}`,
      body,
      link: `/features/cross-province/pages/application/index?id=${applicationId}`,
    },
    wechat: { thing1: itemName, phrase2: status },
    sms: { template: 'case_changed', params: { item: itemName, status } },
    reach: 'urgent',
  })
}
