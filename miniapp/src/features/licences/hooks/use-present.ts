import type { LicenceDto } from '@one-visit/shared/licences/contract'
import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { go } from '../../../platform/navigation'
import { useSubmit } from '../../../platform/use-submit'
import { LICENCE_PAGES } from '../licence-pages'
import { keepPresenting } from '../presenting'
import type { Way } from '../ways'

/** The licence itself cannot be shown: trying again does not help. */
const REFUSALS: readonly ApiProblem['code'][] = ['licence_revoked', 'licence_expired']

export interface Present {
  way: Way
  setWay: (way: Way) => void
  busy: boolean
  problem: ApiProblem | null
  refusal: ApiProblem | null
  handlePresent: () => void
}

/** Asks for a code of these fields and opens the page that shows it. The BFF asks first whether it is still the same person. */
export function usePresent(licence: LicenceDto, fields: readonly string[]): Present {
  const [way, setWay] = useState<Way>('online')
  const submit = useSubmit('POST /v1/presentations', async (presentation) => {
    keepPresenting(presentation)
    const query = { licence: licence.id, fields: fields.join(','), way: presentation.way, id: presentation.id }
    await go(LICENCE_PAGES.show, query)
  })
  const isRefusal = submit.problem !== null && REFUSALS.includes(submit.problem.code)
  return {
    way,
    setWay: (next) => {
      // What was refused one way may do the other.
      submit.reset()
      setWay(next)
    },
    busy: submit.busy,
    problem: isRefusal ? null : submit.problem,
    refusal: isRefusal ? submit.problem : null,
    handlePresent: () => {
      submit.send({ body: { licence: licence.id, fields: [...fields], way } })
    },
  }
}
