import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { useState } from 'react'
import { go } from '../../../../platform/navigation'
import { useStaffSession } from '../../../../platform/staff-session'
import { Button } from '../../../../ui/button'
import { RadioGroup } from '../../../../ui/choices'
import { Heading } from '../../../../ui/heading'
import { List, ListLink } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { DeskScreen } from '../../components/desk-screen'
import { useTasks } from '../../hooks/use-tasks'
import { describeTask, hintOf, isMineNow, titleOf } from '../../task-words'
import { taskText } from '../../text'
import { VOLUNTEER_PAGES } from '../../volunteer-pages'

const text = taskText.list

type Closed = 'yes' | 'no'
const WHICH = [
  { value: 'no', title: text.no },
  { value: 'yes', title: text.yes },
] as const

function Tasks({ label, tasks }: { label: string; tasks: readonly TaskDto[] }) {
  if (tasks.length === 0) return null
  return (
    <>
      <Heading>{label}</Heading>
      <List label={label}>
        {tasks.map((task) => (
          <ListLink
            key={task.id}
            title={titleOf(task)}
            hint={hintOf(task)}
            tag={describeTask(task)}
            onPress={() => void go(VOLUNTEER_PAGES.task, { id: task.id })}
          />
        ))}
      </List>
    </>
  )
}

/** No counts and no rankings: what is promised first stands first. */
function Found({ tasks }: { tasks: readonly TaskDto[] }) {
  if (tasks.length === 0) return <Notice title={text.none}>{text.noneNext}</Notice>
  const accepted = tasks.filter(({ status }) => status === 'accepted')
  return (
    <>
      <Tasks label={text.mine} tasks={accepted.filter(isMineNow)} />
      <Tasks label={text.open} tasks={tasks.filter(({ status }) => status === 'open')} />
      <Tasks label={text.accepted} tasks={accepted.filter((task) => !isMineNow(task))} />
      <Tasks label={text.closed} tasks={tasks.filter(({ status }) => status === 'done' || status === 'cancelled')} />
    </>
  )
}

function Content() {
  const [closed, setClosed] = useState<Closed>('no')
  const role = useStaffSession()?.role
  return (
    <>
      {role !== 'volunteer' && <Button onPress={() => void go(VOLUNTEER_PAGES.open)}>{text.enter}</Button>}
      <RadioGroup<Closed> name="closed" label={text.which} choices={WHICH} value={closed} onChange={setClosed} inline />
      <Settled lookUp={useTasks(closed)} what={taskText.asked}>
        {({ items }) => <Found tasks={items} />}
      </Settled>
    </>
  )
}

export default function TasksPage() {
  return (
    <DeskScreen title={text.title} forWhom="everybody">
      <Content />
    </DeskScreen>
  )
}
