import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { callPhone } from '../../../platform/phone-call'
import { Button } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { SummaryList } from '../../../ui/lists'
import { Masked } from '../../../ui/masked'
import { maskPhone } from '../task-words'
import { taskText } from '../text'

const text = taskText.task

interface ContactProps {
  contact: NonNullable<TaskDto['contact']>
  /** The name as it may be read over a shoulder. */
  masked: string
}

/** For the volunteer who has the task: whom to ring up, and where to go. */
export function Contact({ contact: { name, phone, address }, masked }: ContactProps) {
  return (
    <>
      <Heading>{text.contact}</Heading>
      <SummaryList
        label={text.contact}
        rows={[
          { label: text.name, value: <Masked label={text.name} masked={masked} full={name} /> },
          { label: text.phone, value: <Masked label={text.phone} masked={maskPhone(phone)} full={phone} /> },
          ...(address === null ? [] : [{ label: text.address, value: address }]),
        ]}
      />
      <Button kind="secondary" onPress={() => void callPhone(phone)}>
        {text.call}
      </Button>
    </>
  )
}
