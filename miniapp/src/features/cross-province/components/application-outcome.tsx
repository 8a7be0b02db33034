import type { ApplicationDto } from '@one-visit/shared/cross-province/contract'
import { Text, View } from '@tarojs/components'
import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { Masked } from '../../../ui/masked'
import { Notice } from '../../../ui/notice'
import { ResultContent } from '../../../ui/outcome-pages'
import { uiText } from '../../../ui/text'
import { formatLocalDate } from '../../../ui/when'
import { ACROSS_PAGES } from '../cross-province-pages'
import { acrossText } from '../text'
import { useMaySeeCases } from './application-refusal'

const text = acrossText.application

interface OutcomeProps {
  application: ApplicationDto
}

function Password({ password }: { password: string }) {
  return (
    <View className="ov-stack">
      <Heading>{text.password}</Heading>
      <Masked label={text.password} masked={'•'.repeat(password.length)} full={password} />
      <Text>{text.passwordWhy}</Text>
    </View>
  )
}

function Opened({ application: { caseNumber, queryPassword, acceptedBy, promisedBy, office } }: OutcomeProps) {
  const maySeeCases = useMaySeeCases()
  const next = [
    acceptedBy === null ? null : text.decides(acceptedBy),
    promisedBy === null ? null : text.promised(formatLocalDate(promisedBy)),
    text.told,
    office === null ? null : text.undo,
  ].filter((sentence) => sentence !== null)
  return (
    <ResultContent {...(caseNumber === null ? {} : { number: { label: text.number, value: caseNumber } })} next={next}>
      {queryPassword !== null && <Password password={queryPassword} />}
      {maySeeCases && <Button onPress={() => void go(PAGES.myCases)}>{text.progress}</Button>}
    </ResultContent>
  )
}

function Sending() {
  return (
    <>
      <Notice title={text.sending.title}>{text.sending.why}</Notice>
      <View>
        <Heading>{uiText.nextSteps}</Heading>
        {text.sending.next.map((sentence) => (
          <View key={sentence}>{sentence}</View>
        ))}
      </View>
    </>
  )
}

function Refused({ application: { refusal, item, region, side } }: OutcomeProps) {
  const maySeeCases = useMaySeeCases()
  return (
    <>
      <Notice kind="warning" title={refusal ?? text.refused.untold}>
        {text.refused.next}
      </Notice>
      <Button onPress={() => void go(ACROSS_PAGES.item, { side, region: region.id, item: item.id })}>{text.refused.again}</Button>
      {maySeeCases && (
        <Button kind="secondary" onPress={() => void go(PAGES.myCases)}>
          {acrossText.refused.myCases}
        </Button>
      )}
      <Button kind="secondary" onPress={() => void go(PAGES.help, { about: item.name })}>
        {acrossText.help}
      </Button>
    </>
  )
}

/** What became of an application, and what comes next. */
export function ApplicationOutcome({ application }: OutcomeProps) {
  switch (application.state) {
    case 'sending':
      return <Sending />
    case 'opened':
      return <Opened application={application} />
    case 'refused':
      return <Refused application={application} />
  }
}
