import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { forgetSession } from '../../../platform/session'
import { useSubmit } from '../../../platform/use-submit'

/** Nothing about the person stays on this device, whether or not the BFF could be told. */
async function leave(): Promise<void> {
  forgetSession()
  await go(PAGES.me)
}

export function useSignOut(endpoint: 'DELETE /v1/session' | 'DELETE /v1/sessions') {
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
