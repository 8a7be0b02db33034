import { useItemGroups } from '../../../../platform/county'
import { Settled } from '../../../../ui/settled'
import { listOf, MOST_ITEMS, useAskFlow } from '../../ask-flow'
import { ProxyScreen } from '../../components/proxy-screen'
import { TicksQuestion } from '../../components/ticks-question'
import { mandateText } from '../../mandate-text'
import { PROXY_PAGES } from '../../proxy-pages'

const text = mandateText.ask.visits

function Question() {
  const groups = useItemGroups()
  const { answers, proceed } = useAskFlow()
  return (
    <Settled lookUp={groups} what={text.asked}>
      {({ items }) => (
        <TicksQuestion
          name="visits"
          label={text.label}
          choices={items.map(({ id, name, department }) => ({ value: id, title: name, hint: department }))}
          before={listOf(answers.visits)}
          most={MOST_ITEMS}
          wrong={text.wrong}
          onAnswer={(ids) => void proceed(PROXY_PAGES.askVisits, { visits: ids.join(',') })}
        />
      )}
    </Settled>
  )
}

export default function AskVisitsPage() {
  return (
    <ProxyScreen title={text.title} why={mandateText}>
      <Question />
    </ProxyScreen>
  )
}
