import { Text, View } from '@tarojs/components'
import type { ContributionsDto } from '@one-visit/shared/licences/contract'
import { useLookUp } from '../../../../platform/use-look-up'
import { Heading } from '../../../../ui/heading'
import { SummaryList } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { Tag } from '../../../../ui/tag'
import { formatInstant } from '../../../../ui/when'
import { LicenceScreen } from '../../components/licence-screen'
import { walletText } from '../../text'
import { formatMonth } from '../../when'

const text = walletText.insurance

function Contributions({ contributions: { months, last, asOf, stale } }: { contributions: ContributionsDto }) {
  return (
    <>
      {stale && <Notice kind="warning" title={text.stale(formatInstant(asOf))} />}
      <SummaryList label={text.months} rows={[{ label: text.months, value: text.monthCount(months) }]} />
      <View className="ov-stack">
        <Heading>{text.last}</Heading>
        {last.length === 0 ? (
          <Text>{text.none}</Text>
        ) : (
          <SummaryList
            label={text.last}
            rows={last.map(({ month, kind, base, paid }) => ({
              label: text.row(formatMonth(month), kind),
              value: (
                <>
                  <Text>{text.base(base)}</Text> <Tag kind={paid ? 'success' : 'quiet'}>{paid ? text.paid : text.unpaid}</Tag>
                </>
              ),
            }))}
          />
        )}
      </View>
      {!stale && <Text className="ov-soft">{text.asOf(formatInstant(asOf))}</Text>}
    </>
  )
}

function Content() {
  const contributions = useLookUp('GET /v1/social-security/contributions', {}, { keepCopy: true })
  return (
    <Settled lookUp={contributions} what={text.asked}>
      {(found) => <Contributions contributions={found} />}
    </Settled>
  )
}

export default function ContributionsPage() {
  return (
    <LicenceScreen title={text.title} own>
      <Content />
    </LicenceScreen>
  )
}
