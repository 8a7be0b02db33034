import { View } from '@tarojs/components'
import type { LicenceDto } from '@one-visit/shared/licences/contract'
import { go } from '../../../platform/navigation'
import { Heading } from '../../../ui/heading'
import { List, ListLink } from '../../../ui/lists'
import type { TagKind } from '../../../ui/tag'
import { formatInstant, formatLongDate } from '../../../ui/when'
import { typeName } from '../choices'
import { noteLicence } from '../hooks/use-wallet'
import { LICENCE_PAGES } from '../licence-pages'
import { maskField, maskHolder } from '../masking'
import { walletText as text } from '../text'

const TAGS: Readonly<Record<LicenceDto['state'], TagKind>> = {
  valid: 'success',
  expiring: 'warning',
  expired: 'danger',
  revoked: 'danger',
}

export const stateTag = (state: LicenceDto['state']): { kind: TagKind; text: string } => ({
  kind: TAGS[state],
  text: text.state(state),
})

/** By which people know their licences; masked, for the screen may be read over the shoulder. */
function hintOf(licence: LicenceDto): string {
  const { fields, validUntil, asOf, stale } = licence
  const number = fields.find(({ key }) => key === 'number' || key === 'plate')
  return [
    maskHolder(licence),
    number && maskField(number),
    validUntil === null ? text.noEnd : text.until(formatLongDate(validUntil)),
    stale ? text.asOf(formatInstant(asOf)) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

interface LicenceRowsProps {
  title: string
  licences: readonly LicenceDto[]
  /** Epoch milliseconds, when this was answered. */
  asOf: number
}

/** Licences of one group, each leading to its page. */
export function LicenceRows({ title, licences, asOf }: LicenceRowsProps) {
  if (licences.length === 0) return null
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      <List label={title}>
        {licences.map((licence) => (
          <ListLink
            key={licence.id}
            title={typeName(licence)}
            hint={hintOf(licence)}
            tag={stateTag(licence.state)}
            onPress={() => {
              noteLicence(licence, asOf)
              void go(LICENCE_PAGES.licence, { id: licence.id })
            }}
          />
        ))}
      </List>
    </View>
  )
}
