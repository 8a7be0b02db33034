import { Text } from '@tarojs/components'
import type { FamilyDto } from '@one-visit/shared/family/contract'
import { back, replace, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { ResultContent } from '../../../../ui/outcome-pages'
import { Failure } from '../../../../ui/settled'
import { FamilyScreen } from '../../components/family-screen'
import { NoSuchMember } from '../../components/no-such-member'
import { FAMILY_PAGES } from '../../family-pages'
import { useRemove, type Remove } from '../../hooks/use-remove'
import { familyText } from '../../text'

const text = familyText.remove

interface Ending {
  ask: string
  what: string
  submit: string
}

/** What it is that would end; null when there is nothing of this id. */
function endingOf({ members, viewers }: FamilyDto, id: string): Ending | null {
  const member = members.find((one) => one.id === id)
  const viewer = viewers.find((one) => one.id === id)
  if (member?.status === 'pending') {
    return { ask: text.pending(member.name), what: text.pendingWhat, submit: text.submit.pending }
  }
  if (member) return { ask: text.member(member.name), what: text.memberWhat, submit: text.submit.member }
  return viewer ? { ask: text.viewer(viewer.name), what: text.viewerWhat, submit: text.submit.viewer } : null
}

function Done() {
  return (
    <ResultContent next={[text.doneNext]}>
      <Button onPress={() => void replace(FAMILY_PAGES.list)}>{text.toList}</Button>
    </ResultContent>
  )
}

function Question({ ending, remove }: { ending: Ending; remove: Remove }) {
  return (
    <>
      {remove.problem && <Failure problem={remove.problem} />}
      <Notice kind="warning" title={ending.ask} />
      <Text>{ending.what}</Text>
      <Button kind="danger" onPress={remove.handleRemove} busy={remove.busy}>
        {ending.submit}
      </Button>
      <Button kind="secondary" onPress={() => void back()}>
        {text.keep}
      </Button>
    </>
  )
}

export default function RemoveFamilyPage() {
  const { id = '' } = useQuery()
  const remove = useRemove(id)
  return (
    <FamilyScreen title={remove.isDone ? text.done : text.title}>
      {(family) => {
        if (remove.isDone) return <Done />
        const ending = endingOf(family, id)
        return ending === null ? <NoSuchMember /> : <Question ending={ending} remove={remove} />
      }}
    </FamilyScreen>
  )
}
