import { focusManager, notifyManager, onlineManager, QueryClient, type QueryKey } from '@tanstack/react-query'
import { onAppFocus } from './app-focus'
import { isOnline, onNetworkChange } from './network'
import { onForgetPerson } from './session'

/** How long an answer counts as fresh, in milliseconds: turning back a page asks nothing again. */
export const FRESH_FOR = 30_000

/** Milliseconds; nobody sees so little. */
const WEAPP_PAUSE_MS = 40

/** Without a network a look-up fails at once (and shows its last copy) instead of waiting silently: hence `always`. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: FRESH_FOR, refetchOnReconnect: true },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Gives up waiting for the answer that is under way, if any, and asks anew: a retry of its own would only join the first wait. */
export async function askAgain(queryKey: QueryKey): Promise<void> {
  await queryClient.cancelQueries({ queryKey, exact: true })
  await queryClient.refetchQueries({ queryKey, exact: true })
}

/** Asks again when the app comes to the front or the network returns; forgets everything when the person changes. Called once at start. */
export function connectQueryClient(): void {
  // Each message from WeChat's logic to its view costs; answers that come within a few frames travel together.
  if (process.env.TARO_ENV === 'weapp') notifyManager.setScheduler((flush) => void setTimeout(flush, WEAPP_PAUSE_MS))
  focusManager.setEventListener((handleFocus) => onAppFocus(handleFocus))
  onlineManager.setEventListener((setOnline) =>
    onNetworkChange(() => {
      setOnline(isOnline())
    }),
  )
  onForgetPerson(() => {
    queryClient.clear()
  })
}
