import { connectActing } from './acting'
import { watchNetwork } from './network'
import { watchWechatPrivacy } from './privacy'
import { connectQueryClient } from './query-client'

/** What the app does once when it opens, before the first page. Sends nothing. */
export function startPlatform(): void {
  watchNetwork()
  watchWechatPrivacy()
  connectQueryClient()
  connectActing()
}
