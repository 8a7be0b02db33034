import { type CaseNews, deliverCaseNews } from './deliver-case-news'
import type { DeliveryDeps } from './deliver-notice'

/** What the outbox carries for topic `application_settled`. */
interface ApplicationSettled extends Omit<CaseNews, 'page'> {
  readonly applicationId: string
}

/** One message: an application that was kept has got to the department, or will not. */
export function deliverApplicationSettled(deps: DeliveryDeps, { applicationId, ...news }: ApplicationSettled): Promise<void> {
  return deliverCaseNews(deps, { ...news, page: `/features/cross-province/pages/application/index?id=${applicationId}` })
}
