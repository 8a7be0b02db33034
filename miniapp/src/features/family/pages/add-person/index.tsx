import type { Relation } from '@one-visit/shared/family/rules'
import { Text } from '@tarojs/components'
import { go, replace, useQuery } from '../../../../platform/navigation'
import { useSession } from '../../../../platform/session'
import { Button } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { SlowNotice } from '../../../../ui/loading'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { PersonFields } from '../../../../ui/person-fields'
import { Screen } from '../../../../ui/screen'
import { SignInNeeded } from '../../../../ui/settled'
import { Added, Waiting } from '../../components/added'
import { FAMILY_PAGES } from '../../family-pages'
import { useAdd, type Add } from '../../hooks/use-add'
import { readRelation } from '../../relation'
import { familyText } from '../../text'

const text = familyText.person

function Refused({ add }: { add: Add }) {
  if (add.refusal === null) return null
  const retry = add.refusal.code.startsWith('department_') ? { onRetry: add.handleSubmit } : {}
  return (
    <RefusalContent refusal={add.refusal} retrying={add.busy} {...retry}>
      <Notice title={text.counter} />
      <Button kind="secondary" onPress={add.handleMend}>
        {text.mend}
      </Button>
      <Button kind="secondary" onPress={() => void go(FAMILY_PAGES.list)}>
        {text.toList}
      </Button>
    </RefusalContent>
  )
}

function Question({ add }: { add: Add }) {
  return (
    <>
      <ErrorSummary errors={add.errors} />
      {add.problem && <ProblemNotice problem={add.problem} />}
      <Text>{text.why}</Text>
      <PersonFields text={text} values={add.draft.values} errors={add.errors} onChange={add.draft.set} />
      <Button onPress={add.handleSubmit} busy={add.busy}>
        {text.submit}
      </Button>
      {add.busy && <SlowNotice what={text.asked} />}
    </>
  )
}

function AddScreen({ relation }: { relation: Relation }) {
  const add = useAdd(relation)
  if (add.added?.status === 'active') {
    return (
      <Screen title={familyText.added.title}>
        <Added id={add.added.id} />
      </Screen>
    )
  }
  if (add.added) {
    return (
      <Screen title={familyText.waiting.title}>
        <Waiting {...add.added} />
      </Screen>
    )
  }
  return <Screen title={add.refusal?.title ?? text.title}>{add.refusal ? <Refused add={add} /> : <Question add={add} />}</Screen>
}

function BeginFirst() {
  return (
    <>
      <Notice title={text.begin.title} />
      <Button onPress={() => void replace(FAMILY_PAGES.add)}>{text.begin.button}</Button>
    </>
  )
}

export default function AddPersonPage() {
  const session = useSession()
  const relation = readRelation(useQuery()['relation'])
  if (session !== null && relation !== null) return <AddScreen relation={relation} />
  return <Screen title={text.title}>{session === null ? <SignInNeeded why={familyText.signIn} /> : <BeginFirst />}</Screen>
}
