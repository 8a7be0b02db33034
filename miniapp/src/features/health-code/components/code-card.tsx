import { Text, View } from '@tarojs/components'
import type { HealthCodeDto, HealthCodeTokenDto } from '@one-visit/shared/health-code/contract'
import { HEALTH_CODE_SECONDS, HEALTH_COLOUR_TEXT } from '@one-visit/shared/health-code/rules'
import { role } from '../../../platform/accessibility'
import type { ApiProblem } from '../../../platform/api-problem'
import { QrCode } from '../../../ui/qr-code'
import { Failure } from '../../../ui/settled'
import { formatInstant, formatSecond } from '../../../ui/when'
import type { LiveToken } from '../hooks/use-token'
import { healthCodeText } from '../text'
import { CodeShape } from '../../../ui/code-shape'

interface FreshProps {
  code: HealthCodeDto
  token: HealthCodeTokenDto
  secondsLeft: number
}

function Fresh({ code, token, secondsLeft }: FreshProps) {
  const text = healthCodeText.fresh
  const { word } = HEALTH_COLOUR_TEXT[code.colour]
  const madeAt = Date.parse(token.expiresAt) - HEALTH_CODE_SECONDS * 1000
  return (
    <View className={`ov-code ov-code-${code.colour}`}>
      <CodeShape colour={code.colour} />
      <Text className="ov-code-word">{word}</Text>
      <Text className="ov-code-name">{code.person.name}</Text>
      <QrCode text={token.value} label={text.qr(word, code.person.name)} />
      <Text className="ov-code-time">{text.made(formatSecond(madeAt))}</Text>
      <Text>{text.left(secondsLeft)}</Text>
      <Text className="ov-soft">{text.asOf(formatInstant(code.asOf))}</Text>
    </View>
  )
}

interface OldProps {
  code: HealthCodeDto
  /** Why nothing newer is shown. */
  why: string
}

function Old({ code, why }: OldProps) {
  const text = healthCodeText.old
  return (
    <View className="ov-code ov-code-old">
      <CodeShape colour={code.colour} isOld />
      <Text className="ov-code-word">{text.title}</Text>
      <Text className="ov-code-name">{code.person.name}</Text>
      <Text>{text.was(HEALTH_COLOUR_TEXT[code.colour].word.split(' · ')[0] ?? '')}</Text>
      <Text>{text.asOf}</Text>
      <Text className="ov-code-time">{formatInstant(code.asOf)}</Text>
      <View {...role('status')} aria-live="polite">
        <Text>{why}</Text>
      </View>
    </View>
  )
}

interface CodeCardProps {
  code: HealthCodeDto
  live: LiveToken
  problem: ApiProblem | null
  onRetry: () => void
}

function whyOld({ code, live, problem }: Omit<CodeCardProps, 'onRetry'>): string {
  const text = healthCodeText.old
  if (problem) return text.still
  if (code.stale) return `${text.away}${text.still}`
  return live.failing ? `${text.renewing}${text.still}` : text.updating
}

/** Fresh exactly as long as there is a living token; everything else is shown as old. */
export function CodeCard({ code, live, problem, onRetry }: CodeCardProps) {
  if (live.token !== null) return <Fresh code={code} token={live.token} secondsLeft={live.secondsLeft} />
  return (
    <>
      <Old code={code} why={whyOld({ code, live, problem })} />
      {problem && <Failure problem={problem} onRetry={onRetry} />}
    </>
  )
}
