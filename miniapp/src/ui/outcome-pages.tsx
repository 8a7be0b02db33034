import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../platform/api-problem'
import { Button } from './button'
import { Heading } from './heading'
import { Notice } from './notice'
import { Screen } from './screen'
import { uiText } from './text'

export interface ResultPageProps {
  /** What was done, for instance 已关注这件事. */
  title: string
  /** What to keep: a number and what it is of. */
  number?: { label: string; value: string }
  /** What happens now, one sentence each. */
  next: readonly string[]
  /** How to undo it, where to go, what to bring; and the buttons on. */
  children?: ReactNode
}

/** The page without its frame, for the gallery. */
export function ResultContent({ number, next, children }: Omit<ResultPageProps, 'title'>) {
  return (
    <>
      {number && (
        <Notice kind="success" title={number.label}>
          <Text className="ov-number">{number.value}</Text>
        </Notice>
      )}
      <View>
        <Heading>{uiText.nextSteps}</Heading>
        {next.map((sentence) => (
          <View key={sentence}>{sentence}</View>
        ))}
      </View>
      {children}
    </>
  )
}

/** After something was done. */
export function ResultPage({ title, ...content }: ResultPageProps) {
  return (
    <Screen title={title}>
      <ResultContent {...content} />
    </Screen>
  )
}

export type Refusal = Pick<ApiProblem, 'title' | 'detail' | 'action' | 'requestId'> & Partial<Pick<ApiProblem, 'retryAfter'>>

export interface RefusalPageProps {
  refusal: Refusal
  onRetry?: () => void
  retrying?: boolean
  /** The next best thing: another office, the nearest free time, a volunteer. */
  children?: ReactNode
}

/** The page without its frame, for the gallery. */
export function RefusalContent({ refusal, onRetry, retrying = false, children }: RefusalPageProps) {
  return (
    <>
      <Notice kind="warning" title={refusal.detail}>
        <Text>{refusal.action}</Text>
        {typeof refusal.retryAfter === 'number' && <Text>{uiText.retryAfter(refusal.retryAfter)}</Text>}
        {refusal.requestId !== null && <Text className="ov-soft">{uiText.requestId(refusal.requestId)}</Text>}
      </Notice>
      {children}
      {onRetry && (
        <Button kind="secondary" onPress={onRetry} busy={retrying}>
          {uiText.retry}
        </Button>
      )}
    </>
  )
}

/** Full, closed, not allowed, department down: says why, and offers the next best thing. The telephone is on every page. */
export function RefusalPage(props: RefusalPageProps) {
  return (
    <Screen title={props.refusal.title}>
      <RefusalContent {...props} />
    </Screen>
  )
}
