import type { ApiProblem } from '../../../platform/api-problem'
import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { forgetSession } from '../../../platform/session'
import { useSubmit } from '../../../platform/use-submit'

export interface SignOut {
  busy: boolean
  problem: ApiProblem | null
  handleSignOut: () => void
  /** Without the BFF: clears this device only. */
  handleForgetHere: () => void
}

/** Nothing about the person stays on this device, whether or not the BFF could be told. */
async function leave(): Promise<void> {
  forgetSession()
  await go(PAGES.me)
}

export function useSignOut(endpoint: 'DELETE /v1/session' | 'DELETE /v1/sessions'): SignOut {
  const submit = useSubmit(endpoint, leave)
  return {
    busy: submit.busy,
    problem: submit.problem,
    handleSignOut: () => {
      submit.send({})
    },
    handleForgetHere: () => void leave(),
  }
}
