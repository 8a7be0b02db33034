import { replace } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { RefusalContent } from '../../../ui/outcome-pages'
import { mandateText } from '../mandate-text'
import { PROXY_PAGES } from '../proxy-pages'
import { requestText } from '../request-text'

interface GoneProps {
  words: Readonly<{ title: string; action: string }>
  button: string
  page: string
}

function Gone({ words: { title, action }, button, page }: GoneProps) {
  return (
    <RefusalContent refusal={{ title, detail: title, action, requestId: null }}>
      <Button onPress={() => void replace(page)}>{button}</Button>
    </RefusalContent>
  )
}

/** Another person's request, or a link that was cut. */
export function NoSuchRequest() {
  return <Gone words={requestText.gone} button={requestText.toList} page={PROXY_PAGES.requests} />
}

export function NoSuchMandate() {
  return <Gone words={mandateText.gone} button={mandateText.toGiven} page={PROXY_PAGES.mandates} />
}

/** Answers to check while a question has none. */
export function AnswerFirst({ page }: { page: string }) {
  return (
    <>
      <Notice title={requestText.begin.title} />
      <Button onPress={() => void replace(page)}>{requestText.begin.button}</Button>
    </>
  )
}
