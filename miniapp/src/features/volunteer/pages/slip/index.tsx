import { useQuery } from '../../../../platform/navigation'
import { useStaffSession } from '../../../../platform/staff-session'
import { useLookUp } from '../../../../platform/use-look-up'
import { MandateSlip } from '../../../../ui/mandate-slip'
import { Settled } from '../../../../ui/settled'
import { DeskScreen } from '../../components/desk-screen'
import { NoSuchMandate } from '../../components/gone'
import { mandateText } from '../../mandate-text'
import { taskText } from '../../text'

const text = mandateText.slip

function Slip({ id }: { id: string }) {
  const enabled = useStaffSession() !== null
  const look = useLookUp('GET /v1/staff/mandates/:id/slip', { params: { id } }, { enabled })
  return (
    <Settled lookUp={look} what={taskText.asked} gone={<NoSuchMandate />}>
      {(slip) => <MandateSlip slip={slip} />}
    </Settled>
  )
}

export default function MandateSlipPage() {
  const { id = '' } = useQuery()
  return (
    <DeskScreen title={text.title} forWhom="everybody">
      {id === '' ? <NoSuchMandate /> : <Slip id={id} />}
    </DeskScreen>
  )
}
