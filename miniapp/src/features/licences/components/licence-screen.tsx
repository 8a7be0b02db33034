import type { ReactNode } from 'react'
import { replace } from '../../../platform/navigation'
import { useServed } from '../../../platform/served'
import { Button } from '../../../ui/button'
import { RefusalContent } from '../../../ui/outcome-pages'
import { Screen } from '../../../ui/screen'
import { SignInNeeded } from '../../../ui/settled'
import { LICENCE_PAGES } from '../licence-pages'
import { walletText } from '../text'

/** The frame of a page about the licences of whoever is signed in, or of whom they act for unless it is only their `own`. */
export function LicenceScreen({ title, own = false, children }: { title: string; own?: boolean; children: ReactNode }) {
  const served = useServed()
  return (
    <Screen title={title} own={own}>
      {served === null ? <SignInNeeded why={walletText.signIn} /> : children}
    </Screen>
  )
}

export function ToWallet() {
  return (
    <Button kind="secondary" onPress={() => void replace(LICENCE_PAGES.wallet)}>
      {walletText.licence.toWallet}
    </Button>
  )
}

/** A licence that is no more, or a link that was cut. */
export function NoSuchLicence() {
  const { title, action } = walletText.licence.gone
  return (
    <RefusalContent refusal={{ title, detail: title, action, requestId: null }}>
      <ToWallet />
    </RefusalContent>
  )
}
