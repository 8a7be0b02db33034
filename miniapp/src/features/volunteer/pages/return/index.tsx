import { ReasonStep } from '../../components/reason-step'
import { TaskStep } from '../../components/task-step'
import { isMineNow } from '../../task-words'
import { taskText } from '../../text'

const text = taskText.return

export default function ReturnPage() {
  return (
    <TaskStep title={text.title} forWhom="volunteer" fits={isMineNow} done={{ title: text.done, next: text.doneNext }}>
      {(task, onDone) => <ReasonStep task={task} endpoint="POST /v1/staff/tasks/:id/return" text={text} onDone={onDone} />}
    </TaskStep>
  )
}
