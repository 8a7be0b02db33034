import type { CaseProgressDto } from '@one-visit/shared/progress/contract'
import { useRef, useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { queryClient } from '../../../platform/query-client'
import { useSession } from '../../../platform/session'
import { allowMessage } from '../../../platform/subscribe-message'
import { useSubmit } from '../../../platform/use-submit'

type FollowState = Pick<CaseProgressDto, 'followId' | 'followProof'>

export interface Follow extends FollowState {
  /** By this page, so that it is worth announcing and can be undone here. */
  justChanged: boolean
  isSignedIn: boolean
  busy: boolean
  problem: ApiProblem | null
  handleFollow: () => Promise<void>
  handleStop: () => void
}

const refreshList = () => queryClient.invalidateQueries({ queryKey: ['GET /v1/follows'] })

/** Following a case that is on the screen, stopping, and following again after a slip of the finger. */
export function useFollow(progress: CaseProgressDto): Follow {
  const session = useSession()
  // A second tap can come before the first has drawn anything, and would ask WeChat for another leave.
  const started = useRef(false)
  const [asking, setAsking] = useState(false)
  const [changed, setChanged] = useState<FollowState | null>(null)
  const state = changed ?? progress
  const following = useSubmit('POST /v1/follows', ({ id }) => {
    setChanged({ followId: id, followProof: null })
    void refreshList()
  })
  const stopping = useSubmit('DELETE /v1/follows/:id', ({ followProof }) => {
    setChanged({ followId: null, followProof })
    void refreshList()
  })
  const handleFollow = async () => {
    const { followProof } = state
    if (followProof === null || started.current) return
    if (session === null) return go(PAGES.signIn, { reason: 'sign_in_required' })
    stopping.reset()
    started.current = true
    setAsking(true)
    await allowMessage('case_changed')
    started.current = false
    setAsking(false)
    following.send({ body: { proof: followProof } })
  }
  return {
    followId: state.followId,
    followProof: state.followProof,
    justChanged: changed !== null,
    isSignedIn: session !== null,
    busy: asking || following.busy || stopping.busy,
    problem: following.problem ?? stopping.problem,
    handleFollow,
    handleStop: () => {
      following.reset()
      if (state.followId !== null) stopping.send({ params: { id: state.followId } })
    },
  }
}
