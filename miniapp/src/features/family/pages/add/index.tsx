import { RELATION_TEXT, RELATIONS, type Relation } from '@one-visit/shared/family/rules'
import { useState } from 'react'
import { go } from '../../../../platform/navigation'
import { useSession } from '../../../../platform/session'
import { Button } from '../../../../ui/button'
import { RadioGroup } from '../../../../ui/choices'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { Screen } from '../../../../ui/screen'
import { SignInNeeded } from '../../../../ui/settled'
import { useErrors } from '../../../../ui/use-errors'
import { FAMILY_PAGES } from '../../family-pages'
import { familyText } from '../../text'

const text = familyText.relation
const CHOICES = RELATIONS.map((value) => ({ value, title: RELATION_TEXT[value] }))

function Question() {
  const [relation, setRelation] = useState<Relation | null>(null)
  const { errors, passes } = useErrors(null)
  const handleNext = () => {
    const found = relation === null ? [{ name: 'relation', message: text.wrong }] : []
    if (passes(found) && relation !== null) void go(FAMILY_PAGES.addPerson, { relation })
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <RadioGroup
        name="relation"
        label={text.label}
        hint={text.hint}
        choices={CHOICES}
        value={relation}
        error={errorFor(errors, 'relation')}
        onChange={setRelation}
      />
      <Button onPress={handleNext}>{text.next}</Button>
    </>
  )
}

export default function AddFamilyPage() {
  const session = useSession()
  return <Screen title={text.title}>{session === null ? <SignInNeeded why={familyText.signIn} /> : <Question />}</Screen>
}
