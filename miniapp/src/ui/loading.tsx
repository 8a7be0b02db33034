import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { role } from '../platform/accessibility'
import { Button } from './button'
import { uiText } from './text'

/** Milliseconds of waiting after which each is shown: nothing flickers when the answer is quick, nobody is left guessing when it is not. */
const STAGES = [
  { after: 300, stage: 'skeleton' },
  { after: 3_000, stage: 'slow' },
  { after: 8_000, stage: 'choice' },
] as const

export type WaitingStage = 'quiet' | (typeof STAGES)[number]['stage']

function useWaitingStage(): WaitingStage {
  const [stage, setStage] = useState<WaitingStage>('quiet')
  useEffect(() => {
    const timers = STAGES.map((next) =>
      setTimeout(() => {
        setStage(next.stage)
      }, next.after),
    )
    return () => {
      timers.forEach(clearTimeout)
    }
  }, [])
  return stage
}

export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <View className="ov-stack" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        <View key={index} className={`ov-skeleton${index === lines - 1 ? ' ov-skeleton-short' : ''}`} />
      ))}
    </View>
  )
}

export interface LoadingProps {
  /** Who is being asked, for instance 公安系统; said when it is slow. */
  what: string
  lines?: number
  onRetry: () => void
  onLeave: () => void
}

/** How a given stage looks; the page uses Loading. */
export function LoadingStage({ stage, what, lines = 3, onRetry, onLeave }: LoadingProps & { stage: WaitingStage }) {
  if (stage === 'quiet') return null
  return (
    <View className="ov-stack">
      <Skeleton lines={lines} />
      <View {...role('status')} aria-live="polite">
        <Text>{stage === 'skeleton' ? uiText.loading : uiText.slow(what)}</Text>
        {stage === 'choice' && <Text>{`。${uiText.slowChoice}`}</Text>}
      </View>
      {stage === 'choice' && (
        <>
          <Button kind="secondary" onPress={onRetry}>
            {uiText.retry}
          </Button>
          <Button kind="secondary" onPress={onLeave}>
            {uiText.stopWaiting}
          </Button>
        </>
      )}
    </View>
  )
}

/** While the first answer is awaited: a skeleton after 300 ms, words after 3 s, a choice after 8 s. */
export function Loading(props: LoadingProps) {
  return (
    <View className="ov-waiting">
      <LoadingStage {...props} stage={useWaitingStage()} />
    </View>
  )
}

/** While something is being sent and takes long: says whom everybody is waiting for. */
export function SlowNotice({ what }: { what: string }) {
  const stage = useWaitingStage()
  return (
    <View {...role('status')} aria-live="polite">
      {(stage === 'slow' || stage === 'choice') && <Text>{uiText.slow(what)}</Text>}
    </View>
  )
}
