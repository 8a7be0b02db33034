import { LICENCE_TYPE_TEXT } from '@one-visit/shared/licences/rules'
import { go } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useDue } from '../../../platform/use-due'
import { useLookUp } from '../../../platform/use-look-up'
import { List, ListLink } from '../../../ui/lists'
import { formatLongDate } from '../../../ui/when'
import { EXPIRING, WALLET_DOOR } from '../doors'
import { LICENCE_PAGES } from '../licence-pages'
import { walletToKeep } from '../masking'

/** Days pass slowly for licences: once a day is often enough to ask for them. Milliseconds. */
const GOOD_FOR = 86_400_000

/** Licences that end soon or have ended, on the first screen; what cannot be asked now is not spoken of. */
export function ExpiringLicences() {
  const isVerified = (useSession()?.assurance ?? 1) >= 2
  const isDue = useDue('GET /v1/licences', {}, GOOD_FOR)
  const { data } = useLookUp('GET /v1/licences', {}, { keepCopy: walletToKeep, enabled: isVerified && isDue })
  const ending = data?.items.filter(({ state }) => state === 'expiring' || state === 'expired') ?? []
  if (ending.length === 0) return null
  return (
    <List label={WALLET_DOOR.title}>
      {ending.map(({ id, type, state, validUntil }) => (
        <ListLink
          key={id}
          title={LICENCE_TYPE_TEXT[type].name + EXPIRING[state === 'expired' ? 'expired' : 'expiring']}
          {...(validUntil === null ? {} : { hint: EXPIRING.until(formatLongDate(validUntil)) })}
          onPress={() => void go(LICENCE_PAGES.licence, { id })}
        />
      ))}
    </List>
  )
}
