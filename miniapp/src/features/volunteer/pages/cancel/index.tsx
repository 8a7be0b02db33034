import { ReasonStep } from '../../components/reason-step'
import { TaskStep } from '../../components/task-step'
import { isUnderWay } from '../../task-words'
import { taskText } from '../../text'

const text = taskText.cancel

export default function CancelTaskPage() {
  return (
    <TaskStep title={text.title} forWhom="counter" fits={isUnderWay} done={{ title: text.done, next: text.doneNext }}>
      {(task, onDone) => <ReasonStep task={task} endpoint="POST /v1/staff/tasks/:id/cancel" text={text} onDone={onDone} />}
    </TaskStep>
  )
}
