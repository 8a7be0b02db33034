import { Text } from '@tarojs/components'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { useSubmit } from '../../../../platform/use-submit'
import { Button } from '../../../../ui/button'
import { ProblemNotice } from '../../../../ui/notice'
import { TaskFacts } from '../../components/task-facts'
import { TaskStep } from '../../components/task-step'
import { mandateText } from '../../mandate-text'

const text = mandateText.giveBack

function Question({ task, onDone }: { task: TaskDto; onDone: () => void }) {
  const submit = useSubmit('POST /v1/staff/mandates/:id/give-back', onDone)
  const handleSubmit = () => {
    if (task.mandate !== null) submit.send({ params: { id: task.mandate.id } })
  }
  return (
    <>
      {submit.problem && <ProblemNotice problem={submit.problem} />}
      <TaskFacts task={task} />
      <Text>{text.why}</Text>
      <Button kind="danger" onPress={handleSubmit} busy={submit.busy}>
        {text.submit}
      </Button>
    </>
  )
}

const isHeld = ({ mine, mandate }: TaskDto): boolean => mine && mandate?.status === 'active'

export default function GiveBackPage() {
  return (
    <TaskStep
      title={text.title}
      forWhom="volunteer"
      fits={isHeld}
      otherwise={text.over}
      done={{ title: text.done, next: text.doneNext }}
    >
      {(task, onDone) => <Question task={task} onDone={onDone} />}
    </TaskStep>
  )
}
