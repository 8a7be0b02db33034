import { REQUEST_TOPICS, TOPIC_TEXT, type RequestTopic } from '@one-visit/shared/proxy/rules'
import { useState } from 'react'
import { Button } from '../../../../ui/button'
import { RadioGroup } from '../../../../ui/choices'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { uiText } from '../../../../ui/text'
import { useErrors } from '../../../../ui/use-errors'
import { ProxyScreen } from '../../components/proxy-screen'
import { PROXY_PAGES } from '../../proxy-pages'
import { readTopic, useRequestFlow, WORDS_LENGTH } from '../../request-flow'
import { requestText } from '../../request-text'

const text = requestText.what
const CHOICES = REQUEST_TOPICS.map((value) => ({ value, title: TOPIC_TEXT[value] }))

function mistakesIn(topic: RequestTopic | null, words: string) {
  if (topic === null) return [{ name: 'topic', message: text.wrong }]
  const isShort = topic === 'other' && words.trim().length < WORDS_LENGTH.least
  return isShort ? [{ name: 'words', message: text.wordsWrong }] : []
}

function Question() {
  const { answers, answer, proceed } = useRequestFlow()
  const [topic, setTopic] = useState(() => readTopic(answers.topic))
  const { errors, passes } = useErrors(null)
  const handleNext = () => {
    if (passes(mistakesIn(topic, answers.words)) && topic !== null) void proceed(PROXY_PAGES.what, { topic })
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <RadioGroup
        name="topic"
        label={text.label}
        choices={CHOICES}
        value={topic}
        error={errorFor(errors, 'topic')}
        onChange={setTopic}
      />
      <Field
        name="words"
        label={text.words}
        hint={text.wordsHint}
        maxLength={WORDS_LENGTH.most}
        optional={topic !== 'other'}
        error={errorFor(errors, 'words')}
        value={answers.words}
        onChange={(words) => {
          answer({ words })
        }}
        onConfirm={handleNext}
      />
      <Button onPress={handleNext}>{uiText.next}</Button>
    </>
  )
}

export default function WhatPage() {
  return (
    <ProxyScreen title={text.title} why={requestText}>
      <Question />
    </ProxyScreen>
  )
}
