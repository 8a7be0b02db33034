import type { FamilyMemberDto, FamilyViewerDto } from '@one-visit/shared/family/contract'
import { RELATION_TEXT } from '@one-visit/shared/family/rules'
import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { TextButton } from '../../../ui/button'
import { formatInstant } from '../../../ui/when'
import { FAMILY_PAGES } from '../family-pages'
import { familyText } from '../text'
import { Entry } from './entry'

const text = familyText.list

function ActiveMember({ member: { id, name, relation, evidence, boundAt } }: { member: FamilyMemberDto }) {
  return (
    <Entry
      name={name}
      relation={RELATION_TEXT[relation]}
      tag={{ kind: 'success', text: text.active }}
      notes={[text[evidence], ...(boundAt === null ? [] : [text.since(formatInstant(boundAt))])]}
    >
      <TextButton role="link" label={text.healthCodeOf(name)} onPress={() => void go(PAGES.healthCode, { person: id })}>
        {text.healthCode}
      </TextButton>
      <TextButton role="link" label={text.removeOf(name)} onPress={() => void go(FAMILY_PAGES.remove, { id })}>
        {text.remove}
      </TextButton>
    </Entry>
  )
}

function PendingMember({ member: { id, name, relation, expiresAt } }: { member: FamilyMemberDto }) {
  return (
    <Entry
      name={name}
      relation={RELATION_TEXT[relation]}
      tag={{ kind: 'active', text: text.pending }}
      notes={expiresAt === null ? [] : [text.pendingUntil(formatInstant(expiresAt))]}
    >
      <TextButton role="link" label={text.codeOf(name)} onPress={() => void go(FAMILY_PAGES.confirmCode, { id })}>
        {text.code}
      </TextButton>
      <TextButton role="link" label={text.takeBackOf(name)} onPress={() => void go(FAMILY_PAGES.remove, { id })}>
        {text.takeBack}
      </TextButton>
    </Entry>
  )
}

/** Somebody whom this account shows, or asks to show. */
export function MemberEntry({ member }: { member: FamilyMemberDto }) {
  return member.status === 'active' ? <ActiveMember member={member} /> : <PendingMember member={member} />
}

/** Somebody who shows this person, or asks to. */
export function ViewerEntry({ viewer: { id, name, relation, status, askedAt } }: { viewer: FamilyViewerDto }) {
  const isActive = status === 'active'
  return (
    <Entry
      name={name}
      relation={RELATION_TEXT[relation]}
      tag={isActive ? { kind: 'success', text: text.active } : { kind: 'warning', text: text.asks }}
      notes={[familyText.requests.askedAt(formatInstant(askedAt))]}
    >
      {isActive ? (
        <TextButton role="link" label={text.stopOf(name)} onPress={() => void go(FAMILY_PAGES.remove, { id })}>
          {text.stop}
        </TextButton>
      ) : (
        <TextButton role="link" label={text.answerOf(name)} onPress={() => void go(FAMILY_PAGES.requests)}>
          {text.answer}
        </TextButton>
      )}
    </Entry>
  )
}
