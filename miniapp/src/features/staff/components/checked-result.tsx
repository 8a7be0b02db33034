import { Text, View } from '@tarojs/components'
import type { HealthCodeCheckDto } from '@one-visit/shared/health-code/contract'
import { HEALTH_COLOUR_TEXT } from '@one-visit/shared/health-code/rules'
import type { VerificationDto } from '@one-visit/shared/licences/contract'
import { LICENCE_TYPE_TEXT } from '@one-visit/shared/licences/rules'
import { role } from '../../../platform/accessibility'
import { Button } from '../../../ui/button'
import { CodeShape } from '../../../ui/code-shape'
import { SummaryList } from '../../../ui/lists'
import { Notice } from '../../../ui/notice'
import { StepHeading } from '../../../ui/step-heading'
import { formatInstant, formatLongDate, formatSecond } from '../../../ui/when'
import type { Checked, PutAway } from '../hooks/use-verify'
import { verifyText } from '../verify-text'

function Licence({ verification }: { verification: VerificationDto }) {
  const text = verifyText.result
  const { type, fields, issuer, asOf, verifiedAt, way } = verification
  return (
    <>
      <Notice kind="success" title={text.done} announce>
        {text.once}
      </Notice>
      <SummaryList
        label={text.list}
        rows={[
          { label: text.licence, value: LICENCE_TYPE_TEXT[type].name },
          ...fields.map(({ label, value }) => ({ label, value: formatLongDate(value) })),
        ]}
      />
      <SummaryList
        label={text.facts}
        rows={[
          { label: text.issuer, value: issuer },
          { label: text.asOf, value: formatInstant(asOf) },
          { label: text.verifiedAt, value: formatInstant(verifiedAt) },
          { label: text.way, value: text.wayOf[way] },
        ]}
      />
    </>
  )
}

function Health({ check: { colour, name, issuedAt } }: { check: HealthCodeCheckDto }) {
  const text = verifyText.health
  return (
    <View className="ov-stack" {...role('status')} aria-live="polite">
      <View className={`ov-code ov-code-${colour}`}>
        <CodeShape colour={colour} />
        <Text className="ov-code-word">{HEALTH_COLOUR_TEXT[colour].word}</Text>
        <Text className="ov-code-name">{name}</Text>
        <Text className="ov-code-time">{text.made(formatSecond(issuedAt))}</Text>
      </View>
      <Text>{text.compare}</Text>
    </View>
  )
}

interface CheckedResultProps {
  checked: Checked
  shown: PutAway
}

/** What the check said, and how long it stays: it is somebody else's, on a screen that many see. */
export function CheckedResult({ checked, shown: { secondsLeft, isSoon, handleLonger, handleNext } }: CheckedResultProps) {
  return (
    <>
      <StepHeading name="result">{checked.kind === 'health' ? verifyText.health.done : verifyText.result.step}</StepHeading>
      {checked.kind === 'health' ? <Health check={checked.check} /> : <Licence verification={checked.verification} />}
      <Button onPress={handleNext}>{verifyText.next}</Button>
      <Text className="ov-soft">{verifyText.left(secondsLeft)}</Text>
      <View {...role('status')} aria-live="polite">
        {isSoon && <Notice kind="warning" title={verifyText.soon} />}
      </View>
      <Button kind="secondary" onPress={handleLonger}>
        {verifyText.longer}
      </Button>
    </>
  )
}
