import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { useState, type ReactNode } from 'react'
import { endActing, useActing } from '../../../platform/acting'
import { back } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { refreshTasks } from '../hooks/use-tasks'
import { taskText } from '../text'
import { DeskScreen } from './desk-screen'
import { WithTask } from './with-task'

interface TaskStepProps {
  title: string
  forWhom: 'everybody' | 'volunteer' | 'counter'
  /** Whether it can be done to the task as it is now. */
  fits: (task: TaskDto) => boolean
  /** Said when it cannot. */
  otherwise?: string
  done: { title: string; next: string }
  /** What is done here ends the mandate for the task. */
  children: (task: TaskDto, onDone: () => void) => ReactNode
}

/** A page that does one thing to a task, says so, and leads back to it. */
export function TaskStep({ title, forWhom, fits, otherwise = taskText.changed, done, children }: TaskStepProps) {
  const [isDone, setIsDone] = useState(false)
  const acting = useActing()
  const toTask = <Button onPress={() => void back()}>{taskText.back}</Button>
  const handleDone = (task: TaskDto) => () => {
    setIsDone(true)
    if (acting !== null && acting.mandate === task.mandate?.id) endActing()
    void refreshTasks()
  }
  if (isDone) {
    return (
      <DeskScreen title={title} forWhom={forWhom}>
        <Notice kind="success" title={done.title} announce>
          {done.next}
        </Notice>
        {toTask}
      </DeskScreen>
    )
  }
  return (
    <DeskScreen title={title} forWhom={forWhom}>
      <WithTask>
        {(task) =>
          fits(task) ? (
            children(task, handleDone(task))
          ) : (
            <>
              <Notice kind="warning" title={otherwise} />
              {toTask}
            </>
          )
        }
      </WithTask>
    </DeskScreen>
  )
}
