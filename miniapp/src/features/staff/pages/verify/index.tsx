import { useState } from 'react'
import { Notice } from '../../../../ui/notice'
import { CheckedResult } from '../../components/checked-result'
import { CodeStep } from '../../components/code-step'
import { PurposeStep } from '../../components/purpose-step'
import { EVERYBODY, StaffScreen } from '../../components/staff-screen'
import { usePutAway } from '../../hooks/use-verify'
import { verifyText } from '../../verify-text'

function Content() {
  // Stays for the next person: a counter mostly checks for one reason.
  const [purpose, setPurpose] = useState<string | null>(null)
  const shown = usePutAway()
  if (purpose === null) return <PurposeStep onChoose={setPurpose} />
  if (shown.checked !== null) return <CheckedResult checked={shown.checked} shown={shown} />
  return (
    <>
      {shown.isPutAway && <Notice title={verifyText.putAway} announce />}
      <CodeStep purpose={purpose} onChangePurpose={() => setPurpose(null)} onDone={shown.show} />
    </>
  )
}

/** For whoever may check what a person shows: at the counter, or beside an elder. */
export default function VerifyPage() {
  return (
    <StaffScreen title={verifyText.title} roles={EVERYBODY}>
      <Content />
    </StaffScreen>
  )
}
