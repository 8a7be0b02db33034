import { replace } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { mandateText } from '../mandate-text'
import { taskText } from '../text'
import { VOLUNTEER_PAGES } from '../volunteer-pages'

interface GoneProps {
  title: string
  next: string
}

function Gone({ title, next }: GoneProps) {
  return (
    <>
      <Notice kind="warning" title={title}>
        {next}
      </Notice>
      <Button onPress={() => void replace(VOLUNTEER_PAGES.tasks)}>{taskText.task.toList}</Button>
    </>
  )
}

/** Another volunteer's task by now, or a link that was cut. */
export function NoSuchTask() {
  return <Gone title={taskText.task.gone} next={taskText.task.goneNext} />
}

export function NoSuchMandate() {
  return <Gone title={mandateText.slip.gone} next={mandateText.slip.goneNext} />
}
