import { Text, View } from '@tarojs/components'
import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { role } from '../../../platform/accessibility'
import { Button } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { useVisitStatus } from '../hooks/use-visit-status'
import { visitText } from '../visit-text'
import { nameOf } from '../visit-words'

const { queue: text, actions } = visitText

function Person({ visit, window }: { visit: BoardVisitDto; window: string }) {
  const { setStatus, busy, problem } = useVisitStatus()
  const ticket = visit.ticket ?? ''
  return (
    <View className="ov-stack" {...role('group')} aria-label={ticket}>
      <Notice
        kind={visit.status === 'serving' ? 'info' : 'warning'}
        title={visit.status === 'serving' ? text.served(ticket) : text.called(ticket, window)}
        announce
      >
        <Text>{nameOf(visit)}</Text>
      </Notice>
      {problem &&
        (problem.code === 'status_changed' ? (
          <Notice kind="warning" title={visitText.visit.changed} announce />
        ) : (
          <ProblemNotice problem={problem} />
        ))}
      {visit.status === 'serving' ? (
        <Button onPress={() => setStatus(visit, 'done', window)} busy={busy}>
          {actions.finish}
        </Button>
      ) : (
        <>
          <Button onPress={() => setStatus(visit, 'serving', window)} busy={busy}>
            {actions.serve}
          </Button>
          <Button kind="secondary" onPress={() => setStatus(visit, 'called', window)} busy={busy}>
            {actions.again}
          </Button>
          <Button kind="secondary" onPress={() => setStatus(visit, 'no_show', null)} busy={busy}>
            {actions.noShow}
          </Button>
        </>
      )}
    </View>
  )
}

/** Who was called to this window, or is served there, and what comes next for them. */
export function AtMyWindow({ visits, window }: { visits: readonly BoardVisitDto[]; window: string }) {
  return (
    <>
      <Heading>{text.mine}</Heading>
      {visits.length === 0 && <Text>{text.nobody}</Text>}
      {visits.map((visit) => (
        <Person key={visit.id} visit={visit} window={window} />
      ))}
    </>
  )
}
