import { Text } from '@tarojs/components'
import type { LoadCellDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import { useStaffSession } from '../../../../platform/staff-session'
import { useLookUp } from '../../../../platform/use-look-up'
import { RadioGroup } from '../../../../ui/choices'
import { Notice } from '../../../../ui/notice'
import { formatLocalDate } from '../../../../ui/when'
import { boardText } from '../../board-text'
import { Live } from '../../components/live'
import { LoadChart } from '../../components/load-chart'
import { StaffScreen, SUPERVISORS } from '../../components/staff-screen'
import { useOffices } from '../../../../platform/county'
import { loadByHour, loadByOffice } from '../../load-table'

const text = boardText.load
const DAYS = 30
const EVERY = ''

function Charts({ from, to, cells }: { from: string; to: string; cells: readonly LoadCellDto[] }) {
  const [office, setOffice] = useState(EVERY)
  const offices = useOffices().data?.items ?? []
  const nameOf = (id: string) => offices.find((item) => item.id === id)?.name ?? id
  const byOffice = loadByOffice(cells, nameOf)
  const choices = [{ value: EVERY, title: text.every }, ...byOffice.map(({ key, name }) => ({ value: key, title: name }))]
  return (
    <>
      <Text>{text.days(formatLocalDate(from), formatLocalDate(to))}</Text>
      {cells.length === 0 ? (
        <Notice title={text.none} />
      ) : (
        <>
          <RadioGroup name="office" label={text.office} choices={choices} value={office} onChange={setOffice} inline />
          <Text className="ov-soft">{text.key}</Text>
          <LoadChart
            title={text.byHour}
            what={text.columns.what.hour}
            loads={loadByHour(cells, office === EVERY ? null : office, text.hour)}
          />
          {office === EVERY && <LoadChart title={text.byOffice} what={text.columns.what.office} loads={byOffice} />}
        </>
      )}
    </>
  )
}

function Content() {
  const signedIn = useStaffSession() !== null
  const look = useLookUp('GET /v1/staff/load', { query: { days: DAYS } }, { enabled: signedIn })
  return <Live look={look}>{({ from, to, cells }) => <Charts from={from} to={to} cells={cells} />}</Live>
}

export default function LoadPage() {
  return (
    <StaffScreen title={text.title} roles={SUPERVISORS} wide>
      <Content />
    </StaffScreen>
  )
}
