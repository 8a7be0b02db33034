import type { LicenceDto } from '@one-visit/shared/licences/contract'
import type { ReactNode } from 'react'
import { replace, useQuery } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Settled } from '../../../ui/settled'
import { useLicence } from '../hooks/use-wallet'
import { LICENCE_PAGES } from '../licence-pages'
import { presentText } from '../present-text'
import { walletText } from '../text'
import { NoSuchLicence } from './licence-screen'

/** A question whose answer depends on one that was not given. */
export function BeginFirst() {
  const { title, button } = presentText.check.begin
  return (
    <>
      <Notice title={title} />
      <Button onPress={() => void replace(LICENCE_PAGES.present)}>{button}</Button>
    </>
  )
}

function Found({ id, children }: { id: string; children: (licence: LicenceDto) => ReactNode }) {
  const licence = useLicence(id)
  return (
    <Settled lookUp={licence} what={walletText.asked} gone={<NoSuchLicence />}>
      {children}
    </Settled>
  )
}

/** The licence that the page's address names. */
export function OfLicence({ children }: { children: (licence: LicenceDto) => ReactNode }) {
  const { licence = '' } = useQuery()
  return licence === '' ? <BeginFirst /> : <Found id={licence}>{children}</Found>
}
