import { View } from '@tarojs/components'
import { EVIDENCE_TEXT, formatMandateNumber } from '@one-visit/shared/proxy/rules'
import type { StaffRole } from '@one-visit/shared/kernel/endpoints'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { actingUnder, beginActing } from '../../../platform/acting'
import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { useStaffSession } from '../../../platform/staff-session'
import { Button } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { List, ListLink, SummaryList } from '../../../ui/lists'
import { operationLine } from '../../../ui/mandate-slip'
import { Notice } from '../../../ui/notice'
import { formatInstant } from '../../../ui/when'
import { mandateText } from '../mandate-text'
import { VOLUNTEER_PAGES } from '../volunteer-pages'

const text = mandateText.part

function Facts({ mandate }: { mandate: MandateDto }) {
  const { number, scope, evidence, expiresAt, status } = mandate
  return (
    <SummaryList
      label={text.title}
      rows={[
        { label: text.scope, value: scope.map((entry) => <View key={entry.operation}>{operationLine(entry)}</View>) },
        ...(status === 'active' ? [{ label: text.until, value: formatInstant(expiresAt) }] : []),
        ...(evidence === null ? [] : [{ label: text.evidence, value: EVIDENCE_TEXT[evidence] }]),
        { label: text.number, value: formatMandateNumber(number) },
      ]}
    />
  )
}

const doorsOf = (task: TaskDto, { id, evidence }: MandateDto, role: StaffRole | undefined) => [
  { title: text.slip, page: VOLUNTEER_PAGES.slip, id },
  { title: text.acts, page: VOLUNTEER_PAGES.acts, id },
  ...(role === 'volunteer' ? [{ title: text.giveBack, page: VOLUNTEER_PAGES.giveBack, id: task.id }] : []),
  ...(role === 'supervisor' && evidence === 'witnessed' ? [{ title: text.scan, page: VOLUNTEER_PAGES.scan, id }] : []),
]

function Doors({ doors }: { doors: ReturnType<typeof doorsOf> }) {
  return (
    <List label={text.title}>
      {doors.map(({ title, page, id }) => (
        <ListLink key={page} title={title} onPress={() => void go(page, { id })} />
      ))}
    </List>
  )
}

interface PartProps {
  task: TaskDto
}

/** Asked for, and waits: enter the code, or ask in another way. */
function Pending({ id, mandate }: { id: string; mandate: MandateDto }) {
  return (
    <>
      <Heading>{text.title}</Heading>
      <Notice kind="warning" title={text.pending}>
        {text.pendingNext(formatInstant(mandate.expiresAt))}
      </Notice>
      <Facts mandate={mandate} />
      <Button onPress={() => void go(VOLUNTEER_PAGES.code, { id })}>{text.code}</Button>
      <Button kind="secondary" onPress={() => void go(VOLUNTEER_PAGES.ask, { id })}>
        {text.again}
      </Button>
    </>
  )
}

function NoMandate({ id, ask }: { id: string; ask: string }) {
  return (
    <>
      <Heading>{text.title}</Heading>
      <Notice title={text.none}>{text.noneNext}</Notice>
      <Button onPress={() => void go(VOLUNTEER_PAGES.ask, { id })}>{ask}</Button>
    </>
  )
}

/** For the volunteer: ask for it, enter the code, begin. */
export function VolunteersMandate({ task }: PartProps) {
  const { id, mandate } = task
  if (mandate === null) return <NoMandate id={id} ask={text.ask} />
  if (mandate.status !== 'active') return <Pending id={id} mandate={mandate} />
  const handleBegin = () => {
    beginActing(actingUnder(mandate, 'volunteer'))
    // On top: back leads to the task again, where it is finished.
    void go(PAGES.acting)
  }
  return (
    <>
      <Heading>{text.title}</Heading>
      <Facts mandate={mandate} />
      <Button onPress={handleBegin}>{text.begin}</Button>
      <Doors doors={doorsOf(task, mandate, 'volunteer')} />
    </>
  )
}

/** For the counter: witness it, enter the code, or see what there is. */
export function OfficesMandate({ task }: PartProps) {
  const role = useStaffSession()?.role
  const { id, mandate } = task
  if (mandate === null) return <NoMandate id={id} ask={text.witness} />
  if (mandate.status !== 'active') return <Pending id={id} mandate={mandate} />
  return (
    <>
      <Heading>{text.title}</Heading>
      <Facts mandate={mandate} />
      <Doors doors={doorsOf(task, mandate, role)} />
    </>
  )
}
