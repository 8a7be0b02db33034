import { Text } from '@tarojs/components'
import { useQuery } from '../../../../platform/navigation'
import { useApplicationFlow } from '../../application-flow'
import { FormQuestion } from '../../components/form-question'
import { FormScreen, type OnlineItem } from '../../components/form-screen'
import { BackToItem } from '../../components/gone'
import { acrossText } from '../../text'

const text = acrossText.question

function Content({ data, id }: { data: OnlineItem; id: string }) {
  const flow = useApplicationFlow(data)
  const question = data.form.questions.find((one) => one.id === id)
  if (question === undefined) return <BackToItem words={text.gone} />
  return (
    <>
      <Text>{data.item.name}</Text>
      <FormQuestion question={question} flow={flow} />
    </>
  )
}

/** One thing that an application asks; each is this page with another `question`. */
export default function QuestionPage() {
  const { question = '' } = useQuery()
  return (
    <FormScreen
      title={(data) => {
        const questions = data?.form?.questions ?? []
        const at = questions.findIndex(({ id }) => id === question)
        return at < 0 ? acrossText.title : text.title(at + 1, questions.length)
      }}
    >
      {(data) => <Content data={data} id={question} />}
    </FormScreen>
  )
}
