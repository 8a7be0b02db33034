import { deliverCaseNews } from './deliver-case-news'
import type { DeliveryDeps } from './deliver-notice'

/** What the outbox carries for topic `case_changed`. `occasion` is the same however often the same change is delivered. */
export interface CaseChanged {
  readonly accountId: string
  readonly occasion: string
  readonly followId: string
  readonly itemName: string
  readonly statusTitle: string
  readonly nextStep: string
}

/** One message a change. */
export function deliverCaseChanged(deps: DeliveryDeps, change: CaseChanged): Promise<void> {
  const { accountId, occasion, itemName, statusTitle, nextStep, followId } = change
  const page = `/features/progress/pages/followed/index?id=${followId}`
  return deliverCaseNews(deps, { accountId, occasion, itemName, status: statusTitle, body: nextStep, page })
}
