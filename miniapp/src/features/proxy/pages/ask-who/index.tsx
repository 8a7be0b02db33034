import { RELATION_TEXT } from '@one-visit/shared/family/rules'
import { go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { useAskFlow } from '../../ask-flow'
import { ProxyScreen } from '../../components/proxy-screen'
import { RadioQuestion } from '../../../../ui/radio-question'
import { useFamily } from '../../hooks/use-members'
import { mandateText } from '../../mandate-text'
import { PROXY_PAGES } from '../../proxy-pages'

const text = mandateText.ask.who

function NoFamily() {
  return (
    <>
      <Notice title={text.none}>{text.noneNext}</Notice>
      <Button onPress={() => void go(PAGES.family)}>{text.family}</Button>
    </>
  )
}

function Question() {
  const family = useFamily()
  const { answers, proceed } = useAskFlow()
  return (
    <Settled lookUp={family} what={mandateText.asked}>
      {({ members }) => {
        // A child is bound by the household register: nobody asks them.
        const adults = members.filter(({ status, evidence }) => status === 'active' && evidence === 'consent')
        if (adults.length === 0) return <NoFamily />
        const choices = adults.map(({ id, name, relation }) => ({ value: id, title: text.member(name, RELATION_TEXT[relation]) }))
        return (
          <RadioQuestion
            name="member"
            label={text.label}
            hint={text.hint}
            choices={choices}
            before={answers.member === '' ? null : answers.member}
            wrong={text.wrong}
            onAnswer={(member) => {
              const person = choices.find(({ value }) => value === member)?.title ?? ''
              void proceed(PROXY_PAGES.askWho, { member, person })
            }}
          />
        )
      }}
    </Settled>
  )
}

export default function AskWhoPage() {
  return (
    <ProxyScreen title={text.title} why={mandateText}>
      <Question />
    </ProxyScreen>
  )
}
