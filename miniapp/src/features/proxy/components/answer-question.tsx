import { Text, View } from '@tarojs/components'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { replace } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Failure } from '../../../ui/settled'
import { formatInstant } from '../../../ui/when'
import type { Answer } from '../hooks/use-answer'
import { mandateText } from '../mandate-text'
import { PROXY_PAGES } from '../proxy-pages'
import { Scope } from './mandate-facts'

const text = mandateText.answer

function AnswerFailed({ problem }: { problem: Answer['problem'] }) {
  if (problem === null) return null
  return (
    <>
      <Failure problem={problem} />
      {problem.code === 'mandate_limit_reached' && (
        <Button kind="secondary" onPress={() => void replace(PROXY_PAGES.mandates)}>
          {text.full}
        </Button>
      )}
    </>
  )
}

/** Somebody asks to act for this person: what they could do, for how long, and yes or no. */
export function AnswerQuestion({ mandate, answer }: { mandate: MandateDto; answer: Answer }) {
  const { actor, scope, days, expiresAt } = mandate
  const handle = (accept: boolean) => () => {
    answer.answer(accept)
  }
  return (
    <>
      <AnswerFailed problem={answer.problem} />
      <Notice kind="warning" title={text.ask(actor.name)}>
        <Text>{actor.kind === 'volunteer' ? text.volunteer(actor.office) : text.family}</Text>
        <Text>{text.unknown}</Text>
      </Notice>
      <View>
        <Text className="ov-label">{text.can}</Text>
        <Scope scope={scope} />
      </View>
      <Text>{text.long(days)}</Text>
      <Text>{text.told}</Text>
      <Button onPress={handle(true)} busy={answer.busy}>
        {text.yes}
      </Button>
      <Button kind="secondary" onPress={handle(false)} busy={answer.busy}>
        {text.no}
      </Button>
      <Text className="ov-soft">{text.until(formatInstant(expiresAt))}</Text>
    </>
  )
}
