import type { ScanDto } from '@one-visit/shared/proxy/staff-contract'
import { SCAN_VIEW_REASONS, type ScanViewReason } from '@one-visit/shared/proxy/rules'
import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { role } from '../../../../platform/accessibility'
import { useQuery } from '../../../../platform/navigation'
import { useSubmit } from '../../../../platform/use-submit'
import { Button } from '../../../../ui/button'
import { RadioGroup } from '../../../../ui/choices'
import { errorFor, ErrorSummary, type FieldError } from '../../../../ui/error-summary'
import { ProblemNotice } from '../../../../ui/notice'
import { formatInstant } from '../../../../ui/when'
import { DeskScreen } from '../../components/desk-screen'
import { NoSuchMandate } from '../../components/gone'
import { mandateText } from '../../mandate-text'

const text = mandateText.scan

const REASONS = SCAN_VIEW_REASONS.map((value) => ({ value, title: text.reasons[value] }))

function Picture({ scan: { image, type, takenAt } }: { scan: ScanDto }) {
  return (
    <>
      <Text>{text.takenAt(formatInstant(takenAt))}</Text>
      <View {...role('img')} aria-label={text.picture}>
        <Image className="ov-photo" src={`data:${type};base64,${image}`} mode="widthFix" aria-hidden="true" />
      </View>
    </>
  )
}

/** Why comes first: each look is written down with it, and the person reads of it. The picture is gone with the page. */
function Look({ id }: { id: string }) {
  const [reason, setReason] = useState<ScanViewReason | ''>('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [scan, setScan] = useState<ScanDto | null>(null)
  const submit = useSubmit('POST /v1/staff/mandates/:id/scan-views', setScan)
  const handleLook = () => {
    setErrors(reason === '' ? [{ name: 'reason', message: text.wrong }] : [])
    if (reason !== '') submit.send({ params: { id }, body: { reason } })
  }
  if (scan !== null) return <Picture scan={scan} />
  if (submit.problem?.code === 'not_found') return <NoSuchMandate />
  return (
    <>
      <Text>{text.why}</Text>
      <ErrorSummary errors={errors} />
      {submit.problem && <ProblemNotice problem={submit.problem} />}
      <RadioGroup<ScanViewReason | ''>
        name="reason"
        label={text.reason}
        error={errorFor(errors, 'reason')}
        choices={REASONS}
        value={reason}
        onChange={setReason}
      />
      <Button onPress={handleLook} busy={submit.busy}>
        {text.look}
      </Button>
    </>
  )
}

export default function ScanPage() {
  const { id = '' } = useQuery()
  return (
    <DeskScreen title={text.title} forWhom="supervisor">
      {id === '' ? <NoSuchMandate /> : <Look id={id} />}
    </DeskScreen>
  )
}
