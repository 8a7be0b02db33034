import { Text, View } from '@tarojs/components'
import { useCallback, useSyncExternalStore, type ReactNode } from 'react'
import { role } from '../../../platform/accessibility'
import { hasWayIn } from '../../../platform/lead-in'
import { back } from '../../../platform/navigation'
import type { LookUp } from '../../../platform/use-look-up'
import { TextButton } from '../../../ui/button'
import { Loading } from '../../../ui/loading'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { staffText } from '../text'

const text = staffText.live

function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1000)
  return () => {
    clearInterval(timer)
  }
}

/** Outside what is read out: it changes every second. */
function Age({ asOf }: { asOf: number }) {
  const secondsOld = useCallback(() => Math.max(0, Math.round((Date.now() - asOf) / 1000)), [asOf])
  return <Text>{text.age(useSyncExternalStore(everySecond, secondsOld))}</Text>
}

interface LiveProps<T> {
  look: LookUp<T>
  children: (data: T) => ReactNode
}

/** What is asked for again and again: failure and waiting first, then the newest answer and whether it is still new. */
export function Live<T>({ look: { data, problem, asOf, again }, children }: LiveProps<T>) {
  if (data === undefined) {
    if (problem !== null) return hasWayIn(problem) ? null : <ProblemNotice problem={problem} onRetry={again} />
    return <Loading what={text.asked} onRetry={again} onLeave={() => void back()} />
  }
  return (
    <>
      <View {...role('status')}>{problem !== null && <Notice kind="warning" title={text.stopped} />}</View>
      {problem !== null && (
        <View className="ov-actions">
          <Age asOf={asOf} />
          <TextButton onPress={again}>{text.again}</TextButton>
        </View>
      )}
      {children(data)}
    </>
  )
}
