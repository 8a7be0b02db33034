import { Text } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { go, useQuery } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { useServed } from '../../../../platform/served'
import { Button } from '../../../../ui/button'
import { RadioGroup } from '../../../../ui/choices'
import { Notice } from '../../../../ui/notice'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Screen } from '../../../../ui/screen'
import { Settled, SignInNeeded } from '../../../../ui/settled'
import { CodeCard } from '../../components/code-card'
import { CodeDetails } from '../../components/code-details'
import { useHealthCode } from '../../hooks/use-health-code'
import { askForPeopleAgain, usePeople, type People } from '../../hooks/use-people'
import { useToken } from '../../hooks/use-token'
import { healthCodeText as text } from '../../text'

/** One person's code; another person's begins anew. */
function Code({ person }: { person: string }) {
  const lookUp = useHealthCode(person)
  const live = useToken(person, lookUp)
  const isGone = lookUp.problem?.code === 'not_found'
  useEffect(() => {
    if (isGone) askForPeopleAgain()
  }, [isGone])
  return (
    <Settled
      lookUp={lookUp}
      what={text.asked}
      gone={<RefusalContent refusal={{ ...text.gone, requestId: null }} />}
      withNotices={false}
    >
      {(code) => (
        <>
          <CodeCard code={code} live={live} problem={lookUp.problem} onRetry={lookUp.again} />
          <CodeDetails code={code} />
        </>
      )}
    </Settled>
  )
}

interface SwitchProps {
  people: People
  person: string
  onChange: (person: string) => void
}

function PeopleSwitch({ people: { choices, away }, person, onChange }: SwitchProps) {
  return (
    <>
      {away && <Notice title={text.familyAway} />}
      {choices.length > 1 && (
        <RadioGroup name="person" label={text.who} choices={choices} value={person} onChange={onChange} inline />
      )}
    </>
  )
}

function Content() {
  const { person: asked = 'self' } = useQuery()
  const [chosen, setChosen] = useState(asked)
  const people = usePeople()
  // Who is no longer shown on this account is not asked for; before the list is there, the BFF says so.
  const isGone = people.known && !people.choices.some(({ value }) => value === chosen)
  const person = isGone ? 'self' : chosen
  return (
    <>
      <PeopleSwitch people={people} person={person} onChange={setChosen} />
      {isGone && <Notice title={text.left} />}
      <Code key={person} person={person} />
      <Text>{text.familyWhy}</Text>
      <Button kind="secondary" onPress={() => void go(PAGES.family)}>
        {text.family}
      </Button>
    </>
  )
}

export default function HealthCodePage() {
  const served = useServed()
  if (served === null) {
    return (
      <Screen title={text.title}>
        <SignInNeeded why={text.signIn} />
      </Screen>
    )
  }
  // The family is that of whoever holds the phone: while they act for somebody, that person's code is the only one.
  return <Screen title={text.title}>{served.isActing ? <Code person="self" /> : <Content />}</Screen>
}
