import type { DeviceSessionDto, DeviceSessionListDto } from '@one-visit/shared/identity/contract'
import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'
import { useSubmit } from '../../../platform/use-submit'

export interface Devices {
  list: LookUp<DeviceSessionListDto>
  /** The one that was just signed out. */
  ended: DeviceSessionDto | null
  problem: ApiProblem | null
  handleEnd: (device: DeviceSessionDto) => void
}

/** The devices that are signed in, and signing one of them out. */
export function useDevices(): Devices {
  const list = useLookUp('GET /v1/sessions', {})
  const [ending, setEnding] = useState<DeviceSessionDto | null>(null)
  const [ended, setEnded] = useState<DeviceSessionDto | null>(null)
  const submit = useSubmit('DELETE /v1/sessions/:id', () => {
    setEnded(ending)
    list.again()
  })
  const handleEnd = (device: DeviceSessionDto) => {
    if (submit.busy) return
    setEnding(device)
    setEnded(null)
    submit.send({ params: { id: device.id } })
  }
  return { list, ended, problem: submit.problem, handleEnd }
}
