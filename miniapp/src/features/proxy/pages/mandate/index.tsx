import { useQuery } from '../../../../platform/navigation'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { Tag } from '../../../../ui/tag'
import { Acts } from '../../components/acts'
import { AnswerQuestion } from '../../components/answer-question'
import { NoSuchMandate } from '../../components/gone'
import { MandateFacts } from '../../components/mandate-facts'
import { BeginActing, MandateWays, WaitingForPerson } from '../../components/mandate-ways'
import { ProxyScreen } from '../../components/proxy-screen'
import { useAnswer } from '../../hooks/use-answer'
import { useMandate, type SeenMandate } from '../../hooks/use-mandates'
import { mandateText } from '../../mandate-text'
import { mandateTag } from '../../words'

const text = mandateText.one

function Mandate({ seen }: { seen: SeenMandate }) {
  const { kind, text: word } = mandateTag(seen.mandate)
  return (
    <>
      <Tag kind={kind}>{word}</Tag>
      <WaitingForPerson seen={seen} />
      <BeginActing seen={seen} />
      <MandateFacts seen={seen} />
      <MandateWays seen={seen} />
      {seen.mandate.startsAt !== null && <Acts id={seen.mandate.id} />}
    </>
  )
}

function Content({ id, justAgreed }: { id: string; justAgreed: boolean }) {
  const mandate = useMandate(id)
  const answer = useAnswer(id)
  const { answered } = answer
  const { done, doneNext } = mandateText.answer
  return (
    <Settled lookUp={mandate} what={mandateText.asked} gone={<NoSuchMandate />}>
      {(seen) => {
        if (seen.side === 'person' && seen.mandate.status === 'pending')
          return <AnswerQuestion mandate={seen.mandate} answer={answer} />
        return (
          <>
            {justAgreed && <Notice kind="success" title={mandateText.code.done} announce />}
            {answered !== null && (
              <Notice kind="success" title={done[answered]} announce>
                {doneNext[answered]}
              </Notice>
            )}
            <Mandate seen={seen} />
          </>
        )
      }}
    </Settled>
  )
}

export default function MandatePage() {
  const { id = '', agreed } = useQuery()
  return (
    <ProxyScreen title={text.title} why={mandateText}>
      {id === '' ? <NoSuchMandate /> : <Content id={id} justAgreed={agreed !== undefined} />}
    </ProxyScreen>
  )
}
