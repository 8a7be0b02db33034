import type { SessionDto } from '@one-visit/shared/identity/contract'
import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { SummaryList } from '../../../ui/lists'
import { IDENTITY_PAGES } from '../identity-pages'
import { identityText } from '../text'

const text = identityText.me

/** Who is signed in, masked as the BFF sends it, and how sure that is. */
export function AccountSummary({ session }: { session: SessionDto }) {
  const { account, assurance } = session
  const facts = [
    { label: text.state, value: text.assurance(assurance) },
    { label: text.name, value: account.name ?? text.noName },
    ...(account.residentId === null ? [] : [{ label: text.residentId, value: account.residentId }]),
    { label: text.phone, value: account.phone ?? text.noPhone },
  ]
  return (
    <>
      <SummaryList label={text.who} rows={facts} />
      {assurance === 1 && <Button onPress={() => void go(PAGES.realName)}>{text.toRealName}</Button>}
      {account.phone === null && (
        <Button kind="secondary" onPress={() => void go(IDENTITY_PAGES.bindPhone)}>
          {text.toPhone}
        </Button>
      )}
    </>
  )
}
