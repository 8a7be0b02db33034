import type { LicenceDto, WalletDto } from '@one-visit/shared/licences/contract'
import { keyNow } from '../../../platform/look-up-key'
import { queryClient } from '../../../platform/query-client'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'
import { licenceToKeep, walletToKeep } from '../masking'

const LICENCE = 'GET /v1/licences/:id'

/** All licences. A copy without what is masked is kept on the phone and shown before the answer comes. */
export function useWallet(): LookUp<WalletDto> {
  return useLookUp('GET /v1/licences', {}, { keepCopy: walletToKeep })
}

export function useLicence(id: string): LookUp<LicenceDto> {
  return useLookUp(LICENCE, { params: { id } }, { keepCopy: licenceToKeep })
}

/** What the wallet knows of a licence shows at once on its own page, which asks for the newest meanwhile. */
export function noteLicence(licence: LicenceDto, asOf: number): void {
  const queryKey = keyNow(LICENCE, { params: { id: licence.id } })
  if (queryClient.getQueryData(queryKey) !== undefined) return
  queryClient.setQueryData(queryKey, licence, { updatedAt: asOf })
  void queryClient.invalidateQueries({ queryKey, refetchType: 'none' })
}
