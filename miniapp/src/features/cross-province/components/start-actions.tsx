import type { CrossProvinceItemDto } from '@one-visit/shared/cross-province/contract'
import { Text, View } from '@tarojs/components'
import { useActing } from '../../../platform/acting'
import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { planOf } from '../application-flow'
import { useMayApply } from '../hooks/use-applications'
import { useCountyName } from '../subject'
import { acrossText } from '../text'
import { OutOfScope } from './applicant-screen'
import { PartnerOffice } from './partner-office'

const text = acrossText.item

function Apply({ data }: { data: CrossProvinceItemDto }) {
  if (!useMayApply()) return <OutOfScope />
  const { steps, check } = planOf(data)
  return (
    <>
      <Button onPress={() => void go(steps[0]?.page ?? check)}>{text.apply}</Button>
      <Text className="ov-soft">{text.applyWhy}</Text>
    </>
  )
}

/** Who acts for somebody sees it where their mandate goes so far. */
function BookWindow({ itemGroup }: { itemGroup: string }) {
  const county = useCountyName()
  if (useActing()?.itemGroups?.includes(itemGroup) === false) return null
  return (
    <>
      <Button onPress={() => void go(PAGES.bookingPlace, { itemGroup })}>{text.window}</Button>
      <Text className="ov-soft">{text.windowWhy(county)}</Text>
    </>
  )
}

/** Whether it begins at the window of the region, which is then the first thing to know. */
export const isOverThere = ({ form, itemGroup }: CrossProvinceItemDto): boolean => form === null && itemGroup === null

/** What most people come for: to apply, to book the special window, or to go to the region's. */
export function StartActions({ data }: { data: CrossProvinceItemDto }) {
  if (isOverThere(data)) {
    return (
      <>
        <Text>{text.there(data.region.name)}</Text>
        <PartnerOffice title={acrossText.items.office(data.region.name)} office={data.office} />
      </>
    )
  }
  return (
    <View className="ov-stack">
      {data.form !== null && <Apply data={data} />}
      {data.form === null && data.itemGroup !== null && <BookWindow itemGroup={data.itemGroup} />}
    </View>
  )
}
