import { Text } from '@tarojs/components'
import type { VolunteerDto } from '@one-visit/shared/proxy/staff-contract'
import { back, useQuery } from '../../../../platform/navigation'
import { callPhone } from '../../../../platform/phone-call'
import { useSubmit } from '../../../../platform/use-submit'
import { Button } from '../../../../ui/button'
import { SummaryList } from '../../../../ui/lists'
import { Masked } from '../../../../ui/masked'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { Tag } from '../../../../ui/tag'
import { formatInstant } from '../../../../ui/when'
import { DeskScreen } from '../../components/desk-screen'
import { deskText } from '../../desk-text'
import { refreshTasks } from '../../hooks/use-tasks'
import { refreshVolunteers, useVolunteers } from '../../hooks/use-volunteers'
import { maskPhone } from '../../task-words'

const text = deskText.leave
const { active, left, back: toList } = deskText.volunteers

function Facts({ volunteer }: { volunteer: VolunteerDto }) {
  const { name, phone, username, office, registeredAt } = volunteer
  const status = volunteer.active ? <Tag kind="success">{active}</Tag> : <Tag kind="quiet">{left}</Tag>
  const phoneRow = phone !== null && {
    label: text.phone,
    value: <Masked label={text.phone} masked={maskPhone(phone)} full={phone} />,
  }
  return (
    <SummaryList
      label={text.facts}
      rows={[
        { label: text.name, value: name },
        { label: text.status, value: status },
        ...(phoneRow === false ? [] : [phoneRow]),
        { label: text.username, value: username },
        { label: text.office, value: office.name },
        { label: text.since, value: formatInstant(registeredAt) },
      ]}
    />
  )
}

function Question({ volunteer }: { volunteer: VolunteerDto }) {
  const { id, phone } = volunteer
  const submit = useSubmit('POST /v1/staff/volunteers/:id/leave', async () => {
    await Promise.all([refreshVolunteers(), refreshTasks()])
  })
  return (
    <>
      {submit.problem && <ProblemNotice problem={submit.problem} />}
      <Facts volunteer={volunteer} />
      {phone !== null && (
        <Button kind="secondary" onPress={() => void callPhone(phone)}>
          {text.call}
        </Button>
      )}
      <Text>{text.why}</Text>
      <Button kind="danger" onPress={() => submit.send({ params: { id } })} busy={submit.busy}>
        {text.submit}
      </Button>
    </>
  )
}

function Left({ volunteer }: { volunteer: VolunteerDto }) {
  return (
    <>
      <Notice kind="success" title={text.done} announce />
      <Facts volunteer={volunteer} />
    </>
  )
}

function Content({ id }: { id: string | undefined }) {
  return (
    <>
      <Settled lookUp={useVolunteers()} what={deskText.volunteers.asked}>
        {({ items }) => {
          const volunteer = items.find((item) => item.id === id)
          if (!volunteer) return <Notice kind="warning" title={text.gone} />
          return volunteer.active ? <Question volunteer={volunteer} /> : <Left volunteer={volunteer} />
        }}
      </Settled>
      <Button kind="secondary" onPress={() => void back()}>
        {toList}
      </Button>
    </>
  )
}

export default function VolunteerPage() {
  const { id } = useQuery()
  return (
    <DeskScreen title={text.facts} forWhom="supervisor">
      <Content id={id} />
    </DeskScreen>
  )
}
