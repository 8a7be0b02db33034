import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ApiProblem } from '../../../platform/api-problem'
import { go } from '../../../platform/navigation'
import { Button, TextButton } from '../../../ui/button'
import { LastCopyNotice, Notice } from '../../../ui/notice'
import { RefusalPage } from '../../../ui/outcome-pages'
import { formatInstant } from '../../../ui/when'
import type { CaseLookUp } from '../hooks/use-case-look-up'
import { findLookedUp } from '../looked-up'
import { PROGRESS_PAGES } from '../progress-pages'
import { progressText } from '../text'
import { StatusTag } from './status-tag'

const text = progressText.refused

/** Too many tries: when the next counts, by the clock, so that it still holds for whoever looks again later. */
function TryAgainAt({ seconds }: { seconds: number }) {
  const [at] = useState(() => Date.now() + seconds * 1000)
  return <Notice title={text.tryAt(formatInstant(at))}>{text.tryAtWhy}</Notice>
}

/** The department is away: what it said last time, when this phone has it. */
function LastCopy({ caseNumber }: { caseNumber: string }) {
  const [last] = useState(() => findLookedUp(caseNumber))
  if (last === null) return null
  return (
    <View className="ov-stack">
      <LastCopyNotice asOf={last.progress.asOf} />
      <Text>{last.progress.itemName}</Text>
      <StatusTag status={last.progress.status} />
      <Button onPress={() => void go(PROGRESS_PAGES.caseFound, { number: caseNumber })}>{text.seeLastCopy}</Button>
    </View>
  )
}

interface LookUpRefusalProps {
  lookUp: CaseLookUp
  refusal: ApiProblem
  onRetry: () => void
}

/** Nothing was found, or nobody could be asked. A wrong pair reads exactly like an unknown one. */
export function LookUpRefusal({ lookUp, refusal, onRetry }: LookUpRefusalProps) {
  const isAway = refusal.code.startsWith('department_')
  const { title, detail, action, requestId } = refusal
  return (
    <RefusalPage refusal={{ title, detail, action, requestId }} {...(isAway ? { onRetry } : {})}>
      {refusal.code === 'too_many_attempts' && refusal.retryAfter !== null && <TryAgainAt seconds={refusal.retryAfter} />}
      {isAway && <LastCopy caseNumber={lookUp.caseNumber} />}
      {refusal.code === 'case_not_found' && <Button onPress={lookUp.handleMend}>{progressText.secret.mend}</Button>}
      <TextButton role="link" onPress={() => void go(PROGRESS_PAGES.myCases)}>
        {text.myCases}
      </TextButton>
    </RefusalPage>
  )
}
