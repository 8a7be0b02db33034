import type { FamilyDto } from '@one-visit/shared/family/contract'
import type { ReactNode } from 'react'
import { useSession } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { Settled, SignInNeeded } from '../../../ui/settled'
import { useFamily } from '../hooks/use-family'
import { familyText } from '../text'

function Content({ children }: { children: (family: FamilyDto) => ReactNode }) {
  const family = useFamily()
  return (
    <Settled lookUp={family} what={familyText.asked}>
      {children}
    </Settled>
  )
}

interface FamilyScreenProps {
  title: string
  children: (family: FamilyDto) => ReactNode
}

/** A page about the family of whoever is signed in. */
export function FamilyScreen({ title, children }: FamilyScreenProps) {
  const session = useSession()
  return (
    <Screen title={title} own>
      {session === null ? <SignInNeeded why={familyText.signIn} /> : <Content>{children}</Content>}
    </Screen>
  )
}
