import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from '../platform/accessibility'
import type { ApiProblem } from '../platform/api-problem'
import { TextButton } from './button'
import { Icon } from './icon'
import { uiText } from './text'
import { formatInstant } from './when'

export interface NoticeProps {
  kind?: 'info' | 'success' | 'warning' | 'danger'
  title: string
  children?: ReactNode
  /** Read out as soon as it appears; for what just happened, not for what was there when the page opened. */
  announce?: boolean
}

/** Something to know before or after doing what the page is for. */
export function Notice({ kind = 'info', title, children, announce = false }: NoticeProps) {
  return (
    <View className={`ov-notice ov-notice-${kind}`} {...(announce ? role(kind === 'danger' ? 'alert' : 'status') : {})}>
      <Icon name={kind} />
      <View className="ov-notice-body">
        <Text className="ov-notice-title">{title}</Text>
        {typeof children === 'string' ? <Text>{children}</Text> : children}
      </View>
    </View>
  )
}

/** A send or a look-up that failed, where the page itself stays useful. */
export function ProblemNotice({ problem, onRetry }: { problem: ApiProblem; onRetry?: () => void }) {
  return (
    <Notice kind="danger" title={problem.title} announce>
      {problem.detail !== problem.title && <Text>{problem.detail}</Text>}
      <Text>{problem.action}</Text>
      {problem.retryAfter !== null && <Text>{uiText.retryAfter(problem.retryAfter)}</Text>}
      {problem.requestId !== null && <Text className="ov-soft">{uiText.requestId(problem.requestId)}</Text>}
      {onRetry && <TextButton onPress={onRetry}>{uiText.retry}</TextButton>}
    </Notice>
  )
}

/** Says that what follows is the last known copy, and of when. `asOf`: ISO instant or epoch milliseconds. */
export function LastCopyNotice({ asOf }: { asOf: string | number }) {
  return <Notice kind="warning" title={uiText.lastCopy(formatInstant(asOf))} />
}
