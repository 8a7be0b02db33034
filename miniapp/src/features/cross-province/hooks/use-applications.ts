import type { ApplicationDto, ApplicationListDto } from '@one-visit/shared/cross-province/contract'
import { useActing } from '../../../platform/acting'
import { keyNow } from '../../../platform/look-up-key'
import { useIsInFront } from '../../../platform/page-shown'
import { queryClient } from '../../../platform/query-client'
import { useServed } from '../../../platform/served'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

const LIST = 'GET /v1/cross-province-applications'
const ONE = 'GET /v1/cross-province-applications/:id'

/** It may reach the department while somebody looks; milliseconds. What has reached it changes among the cases. */
const EVERY = { sending: 10_000, settled: 120_000 }

const everyOf = (isSending: boolean): number => (isSending ? EVERY.sending : EVERY.settled)
const isSending = ({ state }: ApplicationDto): boolean => state === 'sending'

/** The password opens the case: it does not stay on the phone. */
const withoutPassword = (application: ApplicationDto): ApplicationDto => ({ ...application, queryPassword: null })

/** Whether the person may apply here: for oneself always, for somebody else as far as the mandate goes. */
export function useMayApply(): boolean {
  return useActing()?.operations.includes('apply_across_regions') ?? true
}

function useMayLook(): boolean {
  const isSomebody = useServed() !== null
  return useMayApply() && isSomebody
}

/** Newest first; asks nothing while nobody is signed in. */
export function useApplications(): LookUp<ApplicationListDto> {
  const enabled = useMayLook()
  const isInFront = useIsInFront()
  const keepCopy = ({ items }: ApplicationListDto) => ({ items: items.map(withoutPassword) })
  const everyMs = isInFront && (({ items }: ApplicationListDto) => everyOf(items.some(isSending)))
  return useLookUp(LIST, {}, { enabled, keepCopy, everyMs })
}

/** `id` is empty when a link was cut: then nothing is asked. */
export function useApplication(id: string): LookUp<ApplicationDto> {
  const enabled = useMayLook() && id !== ''
  const everyMs = useIsInFront() && ((application: ApplicationDto) => everyOf(isSending(application)))
  return useLookUp(ONE, { params: { id } }, { enabled, keepCopy: withoutPassword, everyMs })
}

/** What the BFF has just said of an application shows at once; the case that came of it is asked for anew. */
export function noteApplication(application: ApplicationDto): void {
  queryClient.setQueryData(keyNow(ONE, { params: { id: application.id } }), application)
  for (const endpoint of [LIST, ONE, 'GET /v1/cases']) void queryClient.invalidateQueries({ queryKey: [endpoint] })
}
