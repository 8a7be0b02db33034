import type { ItemDto } from '@one-visit/shared/catalogue/contract'
import type { ItemLookUp } from '@one-visit/shared/catalogue/rules'
import { View } from '@tarojs/components'
import { useActing } from '../../../platform/acting'
import { useCounty } from '../../../platform/county'
import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { callPhone } from '../../../platform/phone-call'
import { Button } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { catalogueText } from '../text'
import { Share } from './share'

const text = catalogueText.item

const LOOK_UP_PAGES: Readonly<Record<ItemLookUp, string>> = {
  'id-card': PAGES.idCard,
  'exit-entry': PAGES.exitEntry,
  case: PAGES.caseNumber,
  contributions: PAGES.contributions,
  licences: PAGES.wallet,
  'health-code': PAGES.healthCode,
}

/** What most people come for. Who acts for somebody sees it where their mandate goes so far. */
export function BookButton({ item: { itemGroup } }: { item: ItemDto }) {
  const allowed = useActing()?.itemGroups
  if (itemGroup === null || allowed?.includes(itemGroup) === false) return null
  return <Button onPress={() => void go(PAGES.bookingPlace, { itemGroup })}>{text.book}</Button>
}

/** What else can be done about it from here, at once. */
export function OtherActions({ item: { id, name, lookUp, crossProvince } }: { item: ItemDto }) {
  const county = useCounty()
  return (
    <View className="ov-stack">
      <Heading>{text.otherActions}</Heading>
      {lookUp !== null && (
        <Button kind="secondary" onPress={() => void go(LOOK_UP_PAGES[lookUp])}>
          {text.lookUp[lookUp]}
        </Button>
      )}
      {crossProvince !== null && (
        <Button kind="secondary" onPress={() => void go(PAGES.crossProvince, { item: id })}>
          {text.acrossProvinces}
        </Button>
      )}
      <Button kind="secondary" onPress={() => void go(PAGES.help, { about: name })}>
        {text.help}
      </Button>
      {county && (
        <Button kind="secondary" onPress={() => void callPhone(county.phone)}>
          {catalogueText.call(county.phone)}
        </Button>
      )}
      <Share title={name} />
    </View>
  )
}
