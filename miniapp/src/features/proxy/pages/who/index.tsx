import { RELATION_TEXT } from '@one-visit/shared/family/rules'
import { Text } from '@tarojs/components'
import { go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { ProxyScreen } from '../../components/proxy-screen'
import { RadioQuestion } from '../../../../ui/radio-question'
import { useMembers } from '../../hooks/use-members'
import { PROXY_PAGES } from '../../proxy-pages'
import { useRequestFlow } from '../../request-flow'
import { requestText } from '../../request-text'

const text = requestText.who

function Question() {
  const { members, away } = useMembers()
  const { answers, proceed } = useRequestFlow()
  const choices = [
    { value: 'self', title: text.self },
    ...members.map(({ id, name, relation }) => ({ value: id, title: text.member(name, RELATION_TEXT[relation]) })),
  ]
  const handleAnswer = (who: string) => {
    const person = choices.find(({ value }) => value === who)?.title ?? ''
    void proceed(PROXY_PAGES.who, { who, person })
  }
  return (
    <>
      {away && <Notice title={text.away} />}
      <RadioQuestion
        name="who"
        label={text.label}
        choices={choices}
        before={answers.who === '' ? null : answers.who}
        wrong={text.wrong}
        onAnswer={handleAnswer}
      />
      <Text className="ov-soft">{text.why}</Text>
      <Button kind="secondary" onPress={() => void go(PAGES.family)}>
        {text.family}
      </Button>
    </>
  )
}

export default function WhoPage() {
  return (
    <ProxyScreen title={text.title} why={requestText}>
      <Question />
    </ProxyScreen>
  )
}
