import type { FamilyMemberDto } from '@one-visit/shared/family/contract'
import type { Relation } from '@one-visit/shared/family/rules'
import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useDraft, type Draft } from '../../../platform/drafts'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors, type FormErrors } from '../../../ui/use-errors'
import { checkPerson, tidyResidentId } from '../checks'
import { noteFamilyChanged } from './use-family'

const EMPTY = { name: '', residentId: '' }
const SETTINGS = { secrets: ['residentId'], own: true } as const

/** Each opens a page with the next best thing. */
const REFUSALS: readonly ApiProblem['code'][] = [
  'not_same_household',
  'family_limit_reached',
  'consent_not_possible',
  'department_timeout',
  'department_unavailable',
  'department_invalid_reply',
]

export interface Add extends Pick<FormErrors, 'errors'> {
  draft: Draft<typeof EMPTY>
  /** Once somebody was added, at once or waiting for their consent. */
  added: FamilyMemberDto | null
  problem: ApiProblem | null
  refusal: ApiProblem | null
  busy: boolean
  handleSubmit: () => void
  handleMend: () => void
}

/** Name and number of somebody of the family; the number stays in memory. */
export function useAdd(relation: Relation): Add {
  const draft = useDraft('family-person', EMPTY, SETTINGS)
  const [added, setAdded] = useState<FamilyMemberDto | null>(null)
  const submit = useSubmit('POST /v1/family', (member) => {
    draft.clear()
    setAdded(member)
    noteFamilyChanged()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const isRefusal = refused !== null && REFUSALS.includes(refused.code)
  const handleSubmit = () => {
    const person = { name: draft.values.name.trim(), residentId: tidyResidentId(draft.values.residentId) }
    if (passes(checkPerson(person))) submit.send({ body: { relation, ...person } })
  }
  return {
    draft,
    added,
    errors,
    problem: isRefusal ? null : refused,
    refusal: isRefusal ? refused : null,
    busy: submit.busy,
    handleSubmit,
    handleMend: submit.reset,
  }
}
