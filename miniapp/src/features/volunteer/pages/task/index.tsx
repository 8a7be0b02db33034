import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { go } from '../../../../platform/navigation'
import { useStaffSession } from '../../../../platform/staff-session'
import { useSubmit } from '../../../../platform/use-submit'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { List, ListLink } from '../../../../ui/lists'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { Contact } from '../../components/contact'
import { DeskScreen } from '../../components/desk-screen'
import { OfficesMandate, VolunteersMandate } from '../../components/mandate-part'
import { TaskFacts } from '../../components/task-facts'
import { WithTask } from '../../components/with-task'
import { refreshTasks } from '../../hooks/use-tasks'
import { isMineNow, isUnderWay } from '../../task-words'
import { taskText } from '../../text'
import { VOLUNTEER_PAGES } from '../../volunteer-pages'

const text = taskText.task

function Actions({ id, actions }: { id: string; actions: readonly { title: string; page: string }[] }) {
  return (
    <>
      <Heading>{text.actions}</Heading>
      <List label={text.actions}>
        {actions.map(({ title, page }) => (
          <ListLink key={page} title={title} onPress={() => void go(page, { id })} />
        ))}
      </List>
    </>
  )
}

function Accept({ task: { id } }: { task: TaskDto }) {
  const submit = useSubmit('POST /v1/staff/tasks/:id/accept', refreshTasks)
  return (
    <>
      {submit.problem && <ProblemNotice problem={submit.problem} />}
      <Button onPress={() => submit.send({ params: { id } })} busy={submit.busy}>
        {text.accept}
      </Button>
    </>
  )
}

const VOLUNTEERS = [
  { title: text.finish, page: VOLUNTEER_PAGES.finish },
  { title: text.return, page: VOLUNTEER_PAGES.return },
]
const OFFICES = [{ title: text.cancel, page: VOLUNTEER_PAGES.cancel }]

function ForVolunteer({ task }: { task: TaskDto }) {
  if (task.status === 'open') return <Accept task={task} />
  if (!isMineNow(task)) return null
  return (
    <>
      {task.contact && <Contact contact={task.contact} masked={task.person} />}
      <VolunteersMandate task={task} />
      <Actions id={task.id} actions={VOLUNTEERS} />
    </>
  )
}

function ForOffice({ task }: { task: TaskDto }) {
  if (!isUnderWay(task)) return null
  return (
    <>
      {task.status === 'accepted' && <OfficesMandate task={task} />}
      <Actions id={task.id} actions={OFFICES} />
    </>
  )
}

function Content({ task }: { task: TaskDto }) {
  const role = useStaffSession()?.role
  return (
    <>
      {task.overdue && <Notice kind="danger" title={taskText.overdue} />}
      <TaskFacts task={task} />
      {role === 'volunteer' ? <ForVolunteer task={task} /> : <ForOffice task={task} />}
    </>
  )
}

export default function TaskPage() {
  return (
    <DeskScreen title={text.title} forWhom="everybody">
      <WithTask>{(task) => <Content task={task} />}</WithTask>
    </DeskScreen>
  )
}
