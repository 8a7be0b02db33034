import { useRef, useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import { getWechatCode } from '../../../platform/wechat-code'
import { describeSignIn } from '../device'
import { finishSignIn } from '../finish'

export interface WechatSignIn {
  handleSignIn: () => Promise<void>
  busy: boolean
  /** WeChat gave no code. */
  noCode: boolean
  problem: ApiProblem | null
}

/** WeChat's code holds for one use only, so each try asks for a new one. */
export function useWechatSignIn(): WechatSignIn {
  const asking = useRef(false)
  const [noCode, setNoCode] = useState(false)
  const submit = useSubmit('POST /v1/sessions/wechat', finishSignIn)
  const handleSignIn = async () => {
    if (asking.current) return
    asking.current = true
    const code = await getWechatCode()
    const about = await describeSignIn()
    asking.current = false
    setNoCode(code === null)
    if (code !== null) submit.send({ body: { code, ...about } })
  }
  return { handleSignIn, busy: submit.busy, noCode, problem: submit.problem }
}
