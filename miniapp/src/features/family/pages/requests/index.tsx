import { Text, View } from '@tarojs/components'
import type { FamilyViewerDto } from '@one-visit/shared/family/contract'
import { RELATION_TEXT } from '@one-visit/shared/family/rules'
import { go } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { Failure } from '../../../../ui/settled'
import { formatInstant } from '../../../../ui/when'
import { FamilyScreen } from '../../components/family-screen'
import { FAMILY_PAGES } from '../../family-pages'
import { useAnswer, type Answer } from '../../hooks/use-answer'
import { familyText } from '../../text'

const text = familyText.requests

interface RequestProps {
  viewer: FamilyViewerDto
  answer: Answer
}

function Request({ viewer: { id, name, relation, askedAt }, answer }: RequestProps) {
  const handle = (accept: boolean) => () => {
    answer.answer(id, accept)
  }
  return (
    <View className="ov-stack">
      <Notice title={text.ask(name, RELATION_TEXT[relation])}>
        <Text>{text.askedAt(formatInstant(askedAt))}</Text>
        <Text>{text.what}</Text>
        <Text>{text.unknown}</Text>
      </Notice>
      <Button onPress={handle(true)} busy={answer.busy}>
        {text.yesOf(name)}
      </Button>
      <Button kind="secondary" onPress={handle(false)} busy={answer.busy}>
        {text.noOf(name)}
      </Button>
    </View>
  )
}

function None() {
  return (
    <>
      <Notice title={text.none}>{text.noneNext}</Notice>
      <Button kind="secondary" onPress={() => void go(FAMILY_PAGES.list)}>
        {familyText.added.toList}
      </Button>
    </>
  )
}

export default function FamilyRequestsPage() {
  const answer = useAnswer()
  return (
    <FamilyScreen title={text.title}>
      {({ viewers }) => {
        const pending = viewers.filter(({ status }) => status === 'pending')
        return (
          <>
            {answer.answered && <Notice kind="success" title={text.done[answer.answered]} announce />}
            {answer.problem && <Failure problem={answer.problem} />}
            {pending.map((viewer) => (
              <Request key={viewer.id} viewer={viewer} answer={answer} />
            ))}
            {pending.length === 0 && <None />}
          </>
        )
      }}
    </FamilyScreen>
  )
}
