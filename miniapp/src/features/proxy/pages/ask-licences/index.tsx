import { LICENCE_TYPE_TEXT, LICENCE_TYPES } from '@one-visit/shared/licences/rules'
import { listOf, MOST_ITEMS, useAskFlow } from '../../ask-flow'
import { ProxyScreen } from '../../components/proxy-screen'
import { TicksQuestion } from '../../components/ticks-question'
import { mandateText } from '../../mandate-text'
import { PROXY_PAGES } from '../../proxy-pages'

const text = mandateText.ask.licences
const CHOICES = LICENCE_TYPES.map((value) => ({ value, title: LICENCE_TYPE_TEXT[value].name }))

function Question() {
  const { answers, proceed } = useAskFlow()
  return (
    <TicksQuestion
      name="licences"
      label={text.label}
      choices={CHOICES}
      before={listOf(answers.licences)}
      most={MOST_ITEMS}
      wrong={text.wrong}
      onAnswer={(ids) => void proceed(PROXY_PAGES.askLicences, { licences: ids.join(',') })}
    />
  )
}

export default function AskLicencesPage() {
  return (
    <ProxyScreen title={text.title} why={mandateText}>
      <Question />
    </ProxyScreen>
  )
}
