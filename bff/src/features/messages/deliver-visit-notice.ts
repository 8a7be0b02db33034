import { deliverNotice, type DeliveryDeps, type Notice } from './deliver-notice'

/** What the outbox carries for topic `visit_notice`: its words are ready for every way. */
type VisitNotice = Pick<Notice, 'accountId' | 'phone' | 'occasion' | 'reach'> & Notice['content']

/** One message about a visit or a place that is held, as far as it is worth. */
export function deliverVisitNotice(deps: DeliveryDeps, { title, body, link, ...notice }: VisitNotice): Promise<void> {
  return deliverNotice(deps, {
    ...notice,
    kind: 'visit',
    content: { title, body, link },
    wechat: { thing1: title, thing2: body },
    sms: { template: 'visit_notice', params: { text: `${title}：${body}` } },
  })
}
