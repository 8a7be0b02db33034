import type { FamilyMemberDto } from '@one-visit/shared/family/contract'
import { SMS_CODE_LENGTH } from '@one-visit/shared/identity/rules'
import { Text } from '@tarojs/components'
import { useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { ProblemNotice } from '../../../../ui/notice'
import { Added } from '../../components/added'
import { FamilyScreen } from '../../components/family-screen'
import { NoSuchMember } from '../../components/no-such-member'
import { useConfirmCode, type ConfirmCode } from '../../hooks/use-confirm-code'
import { familyText } from '../../text'

const text = familyText.code

interface QuestionProps {
  member: FamilyMemberDto
  confirm: ConfirmCode
}

function Question({ member, confirm: { code, setCode, errors, refused, busy, handleSubmit } }: QuestionProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <Text>{text.why(member.name)}</Text>
      <Field
        name="code"
        label={text.label}
        hint={text.hint}
        kind="code"
        maxLength={SMS_CODE_LENGTH}
        error={errorFor(errors, 'code')}
        value={code}
        onChange={setCode}
        onConfirm={handleSubmit}
      />
      <Button onPress={handleSubmit} busy={busy}>
        {text.submit}
      </Button>
      <Text className="ov-soft">{text.again}</Text>
    </>
  )
}

export default function ConfirmCodePage() {
  const { id = '' } = useQuery()
  const confirm = useConfirmCode(id)
  return (
    <FamilyScreen title={confirm.isDone ? familyText.added.title : text.title}>
      {({ members }) => {
        const member = members.find((one) => one.id === id)
        if (confirm.isDone || member?.status === 'active') return <Added id={id} />
        return member === undefined ? <NoSuchMember /> : <Question member={member} confirm={confirm} />
      }}
    </FamilyScreen>
  )
}
