import { Text, View } from '@tarojs/components'
import type { LicenceDto } from '@one-visit/shared/licences/contract'
import { hasWayIn } from '../../../../platform/lead-in'
import { go, useQuery } from '../../../../platform/navigation'
import { useOnline } from '../../../../platform/network'
import { Button, TextButton } from '../../../../ui/button'
import { RadioGroup } from '../../../../ui/choices'
import { Heading } from '../../../../ui/heading'
import { SummaryList } from '../../../../ui/lists'
import { SlowNotice } from '../../../../ui/loading'
import { Notice } from '../../../../ui/notice'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Failure } from '../../../../ui/settled'
import { readFields, typeName } from '../../choices'
import { FieldValue } from '../../components/field-value'
import { LicenceScreen, ToWallet } from '../../components/licence-screen'
import { BeginFirst, OfLicence } from '../../components/of-licence'
import { usePresent, type Present } from '../../hooks/use-present'
import { LICENCE_PAGES } from '../../licence-pages'
import { presentText } from '../../present-text'
import { walletText } from '../../text'

const text = presentText.check
const WAYS = [
  { value: 'online', ...text.online },
  { value: 'offline', ...text.offline },
] as const

interface ChosenProps {
  licence: LicenceDto
  fields: LicenceDto['fields']
}

function WhatIsShown({ licence, fields }: ChosenProps) {
  const hidden = licence.fields.length - fields.length
  return (
    <View className="ov-stack">
      <Heading>{text.shown}</Heading>
      <SummaryList
        label={text.shown}
        rows={[
          { label: text.licence, value: typeName(licence) },
          ...fields.map((field) => ({ label: field.label, value: <FieldValue field={field} /> })),
        ]}
      />
      {hidden > 0 && <Text>{text.hidden(hidden)}</Text>}
    </View>
  )
}

function HowAndWho({ present: { way, setWay } }: { present: Present }) {
  return (
    <>
      <RadioGroup name="way" label={text.way} choices={WAYS} value={way} onChange={setWay} />
      <Notice title={text.who}>{way === 'online' ? text.whoOnline : text.whoOffline}</Notice>
    </>
  )
}

interface TroubleProps {
  present: Present
  onChange: () => void
}

/** What went wrong with the last try; before the first one in a session the person is led to confirm and comes back here. */
function Trouble({ present: { problem, handlePresent }, onChange }: TroubleProps) {
  if (problem === null) return null
  if (problem.code === 'step_up_required') return <Notice title={text.stepUp} />
  if (problem.code === 'code_too_long') {
    return (
      <Notice kind="warning" title={problem.title} announce>
        <Text>{problem.action}</Text>
        <TextButton onPress={onChange}>{text.fewer}</TextButton>
      </Notice>
    )
  }
  return <Failure problem={problem} {...(hasWayIn(problem) ? {} : { onRetry: handlePresent })} />
}

function Question({ licence, fields }: ChosenProps) {
  const online = useOnline()
  const keys = fields.map(({ key }) => key)
  const present = usePresent(licence, keys)
  const handleChange = () => void go(LICENCE_PAGES.fields, { licence: licence.id, fields: keys.join(',') })
  if (present.refusal) {
    return (
      <RefusalContent refusal={present.refusal}>
        <ToWallet />
      </RefusalContent>
    )
  }
  return (
    <>
      <Trouble present={present} onChange={handleChange} />
      <WhatIsShown licence={licence} fields={fields} />
      <HowAndWho present={present} />
      {online ? <Text>{text.needsNetwork}</Text> : <Notice kind="warning" title={text.noNetwork} />}
      <Button onPress={present.handlePresent} busy={present.busy}>
        {text.submit}
      </Button>
      {present.busy && <SlowNotice what={walletText.asked} />}
      <Button kind="secondary" onPress={handleChange}>
        {text.change}
      </Button>
    </>
  )
}

export default function CheckPage() {
  const { fields: keys } = useQuery()
  return (
    <LicenceScreen title={text.title}>
      <OfLicence>
        {(licence) => {
          const fields = readFields(licence, keys)
          return fields.length === 0 ? <BeginFirst /> : <Question licence={licence} fields={fields} />
        }}
      </OfLicence>
    </LicenceScreen>
  )
}
