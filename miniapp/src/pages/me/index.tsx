import { setElderMode, useElderMode } from '../../platform/elder-mode'
import { go } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Switch } from '../../ui/choices'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { VISITS_DOOR } from '../../features/appointments/doors'
import { FAMILY_DOOR } from '../../features/family/doors'
import { AccountSummary } from '../../features/identity/components/account-summary'
import { Links } from '../../features/identity/components/links'
import { IDENTITY_PAGES } from '../../features/identity/identity-pages'
import { identityText } from '../../features/identity/text'
import { VIEWS_DOOR, WALLET_DOOR } from '../../features/licences/doors'
import { MANDATES_DOOR } from '../../features/proxy/doors'

const text = identityText.me

function SignedOut() {
  return (
    <>
      <Notice title={text.signedOut}>{identityText.signIn.why}</Notice>
      <Button onPress={() => void go(PAGES.signIn)}>{text.signIn}</Button>
    </>
  )
}

function Settings() {
  const elder = useElderMode()
  return (
    <>
      <Heading>{text.settings}</Heading>
      <Switch name="elder" title={text.elder.title} hint={text.elder.hint} checked={elder.on} onChange={setElderMode} />
      {elder.on && <Links label={text.settings} links={[{ ...text.textSize, page: IDENTITY_PAGES.textSize }]} />}
    </>
  )
}

function Account() {
  return (
    <>
      <Heading>{text.account}</Heading>
      <Links
        label={text.account}
        links={[
          WALLET_DOOR,
          VIEWS_DOOR,
          FAMILY_DOOR,
          MANDATES_DOOR,
          VISITS_DOOR,
          { ...text.devices, page: IDENTITY_PAGES.devices },
          { ...text.myData, page: IDENTITY_PAGES.myData },
        ]}
      />
    </>
  )
}

export default function MePage() {
  const session = useSession()
  return (
    <Screen title={text.title} tab={PAGES.me}>
      {session === null ? <SignedOut /> : <AccountSummary session={session} />}
      <Settings />
      {session !== null && <Account />}
      <Heading>{text.more}</Heading>
      <Links
        label={text.more}
        links={[
          { ...text.about, page: PAGES.about },
          { ...text.staff, page: PAGES.staffHome },
        ]}
      />
      {session !== null && (
        <Button kind="secondary" onPress={() => void go(IDENTITY_PAGES.signOut)}>
          {text.signOut}
        </Button>
      )}
    </Screen>
  )
}
