import type { CrossProvinceItemDto } from '@one-visit/shared/cross-province/contract'
import { Text, View } from '@tarojs/components'
import { role } from '../../../../platform/accessibility'
import { go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { BringList } from '../../../../ui/bring-list'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { SummaryList } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { Settled } from '../../../../ui/settled'
import { NoSuchItem } from '../../components/gone'
import { PartnerOffice } from '../../components/partner-office'
import { isOverThere, StartActions } from '../../components/start-actions'
import { useAcrossItem } from '../../hooks/use-regions'
import { useAsked, useCountyName } from '../../subject'
import { acrossText } from '../../text'

const text = acrossText.item

function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <View className="ov-stack">
      <Heading>{text.steps}</Heading>
      <View {...role('list')} aria-label={text.steps}>
        {steps.map((step, index) => (
          <View key={step} {...role('listitem')}>
            {`${String(index + 1)}. ${step}`}
          </View>
        ))}
      </View>
    </View>
  )
}

function Facts({ data: { side, region, item, promisedWorkingDays } }: { data: CrossProvinceItemDto }) {
  const county = useCountyName()
  return (
    <View className="ov-stack">
      <Heading>{text.facts}</Heading>
      <SummaryList
        label={text.facts}
        rows={[
          { label: text.decides, value: side === 'county' ? county : region.name },
          { label: text.department, value: item.department },
          { label: text.time, value: acrossText.days(promisedWorkingDays) },
        ]}
      />
    </View>
  )
}

function Content({ data }: { data: CrossProvinceItemDto }) {
  const { item, region, way, side, steps, documents, office, sample, form } = data
  const { title, why } = acrossText.ways[way]
  return (
    <>
      <Text>{item.summary}</Text>
      <Notice title={title}>{why}</Notice>
      <StartActions data={data} />
      <Steps steps={steps} />
      <BringList title={form === null ? text.bring : text.prepare} of={`${item.id}:${region.id}:${side}`} documents={documents} />
      <Facts data={data} />
      {!isOverThere(data) && <PartnerOffice title={acrossText.items.office(region.name)} office={office} />}
      <View className="ov-stack">
        <Heading>{text.other}</Heading>
        <Button kind="secondary" onPress={() => void go(PAGES.help, { about: item.name })}>
          {acrossText.help}
        </Button>
      </View>
      {sample.length > 0 && <Notice title={text.sample.title}>{text.sample.parts(sample)}</Notice>}
    </>
  )
}

/** How an item is done with a region, for whoever is where they said; and what starts it. */
export default function ItemPage() {
  const asked = useAsked()
  const found = useAcrossItem(asked)
  const isCut = asked.side === null || asked.region === '' || asked.item === ''
  return (
    <Screen title={found.data?.item.name ?? acrossText.title}>
      {isCut ? (
        <NoSuchItem />
      ) : (
        <Settled lookUp={found} what={acrossText.asked} gone={<NoSuchItem />}>
          {(data) => <Content data={data} />}
        </Settled>
      )}
    </Screen>
  )
}
