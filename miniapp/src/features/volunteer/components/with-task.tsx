import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import type { ReactNode } from 'react'
import { useQuery } from '../../../platform/navigation'
import { Settled } from '../../../ui/settled'
import { useTask } from '../hooks/use-tasks'
import { taskText } from '../text'
import { NoSuchTask } from './gone'

function Found({ id, children }: { id: string; children: (task: TaskDto) => ReactNode }) {
  const look = useTask(id)
  return (
    <Settled lookUp={look} what={taskText.asked} gone={<NoSuchTask />}>
      {children}
    </Settled>
  )
}

/** The task that the page is opened for (`id`), followed as it changes. */
export function WithTask({ children }: { children: (task: TaskDto) => ReactNode }) {
  const { id = '' } = useQuery()
  return id === '' ? <NoSuchTask /> : <Found id={id}>{children}</Found>
}
