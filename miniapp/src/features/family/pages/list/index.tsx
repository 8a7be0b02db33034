import { Text, View } from '@tarojs/components'
import type { FamilyDto } from '@one-visit/shared/family/contract'
import { FAMILY_LIMIT } from '@one-visit/shared/family/rules'
import { go } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { List } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { FamilyScreen } from '../../components/family-screen'
import { MemberEntry, ViewerEntry } from '../../components/member-entry'
import { FAMILY_PAGES } from '../../family-pages'
import { familyText } from '../../text'

const text = familyText.list

function Waiting({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <>
      <Notice kind="warning" title={text.waiting(count)} />
      <Button onPress={() => void go(FAMILY_PAGES.requests)}>{text.answer}</Button>
    </>
  )
}

function Members({ members }: Pick<FamilyDto, 'members'>) {
  return (
    <View className="ov-stack">
      <Heading>{text.members}</Heading>
      {members.length === 0 ? (
        <Notice title={text.none}>{text.why}</Notice>
      ) : (
        <List label={text.members}>
          {members.map((member) => (
            <MemberEntry key={member.id} member={member} />
          ))}
        </List>
      )}
      {members.length < FAMILY_LIMIT.peoplePerAccount ? (
        <Button kind="secondary" onPress={() => void go(FAMILY_PAGES.add)}>
          {text.add}
        </Button>
      ) : (
        <Text>{text.full}</Text>
      )}
    </View>
  )
}

function Viewers({ viewers }: Pick<FamilyDto, 'viewers'>) {
  return (
    <View className="ov-stack">
      <Heading>{text.viewers}</Heading>
      {viewers.length === 0 ? (
        <Text>{text.viewersNone}</Text>
      ) : (
        <List label={text.viewers}>
          {viewers.map((viewer) => (
            <ViewerEntry key={viewer.id} viewer={viewer} />
          ))}
        </List>
      )}
    </View>
  )
}

export default function FamilyPage() {
  return (
    <FamilyScreen title={text.title}>
      {({ members, viewers }) => (
        <>
          <Waiting count={viewers.filter(({ status }) => status === 'pending').length} />
          <Members members={members} />
          <Viewers viewers={viewers} />
        </>
      )}
    </FamilyScreen>
  )
}
