import { useQuery } from '../../../../platform/navigation'
import { CodeQuestion } from '../../../../ui/code-question'
import { Added } from '../../components/added'
import { FamilyScreen } from '../../components/family-screen'
import { NoSuchMember } from '../../components/no-such-member'
import { useConfirmCode } from '../../hooks/use-confirm-code'
import { familyText } from '../../text'

const text = familyText.code

export default function ConfirmCodePage() {
  const { id = '' } = useQuery()
  const confirm = useConfirmCode(id)
  return (
    <FamilyScreen title={confirm.isDone ? familyText.added.title : text.title}>
      {({ members }) => {
        const member = members.find((one) => one.id === id)
        if (confirm.isDone || member?.status === 'active') return <Added id={id} />
        if (member === undefined) return <NoSuchMember />
        return <CodeQuestion entry={confirm} why={text.why(member.name)} text={text} />
      }}
    </FamilyScreen>
  )
}
