import type { FamilyMemberDto } from '@one-visit/shared/family/contract'
import { go, replace } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { ResultContent } from '../../../ui/outcome-pages'
import { formatInstant } from '../../../ui/when'
import { FAMILY_PAGES } from '../family-pages'
import { familyText } from '../text'

function ToList() {
  return (
    <Button kind="secondary" onPress={() => void replace(FAMILY_PAGES.list)}>
      {familyText.added.toList}
    </Button>
  )
}

/** Somebody is shown from now on. */
export function Added({ id }: Pick<FamilyMemberDto, 'id'>) {
  const text = familyText.added
  return (
    <ResultContent next={text.next}>
      <Button onPress={() => void go(PAGES.healthCode, { person: id })}>{text.healthCode}</Button>
      <ToList />
    </ResultContent>
  )
}

/** Somebody was asked: what they can do, and what the asker can. */
export function Waiting({ id, expiresAt }: Pick<FamilyMemberDto, 'id' | 'expiresAt'>) {
  const text = familyText.waiting
  return (
    <ResultContent next={text.next(expiresAt === null ? '' : formatInstant(expiresAt))}>
      <Button onPress={() => void replace(FAMILY_PAGES.confirmCode, { id })}>{text.code}</Button>
      <ToList />
    </ResultContent>
  )
}
