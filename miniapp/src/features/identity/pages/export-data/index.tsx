import { Text } from '@tarojs/components'
import { hasWayIn } from '../../../../platform/lead-in'
import { IS_WEAPP } from '../../../../platform/target'
import { Button } from '../../../../ui/button'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { useExport, type Export } from '../../hooks/use-export'
import { accountText } from '../../account-text'

const text = accountText.exportData

function Outcome({ outcome }: { outcome: Export['outcome'] }) {
  if (outcome === null) return null
  return <Notice kind={outcome === 'refused' ? 'warning' : 'success'} title={text[outcome]} announce />
}

export default function ExportDataPage() {
  const { text: data, busy, problem, outcome, handleFetch, handleSave, handleCopy } = useExport()
  return (
    <Screen title={text.title}>
      <Text>{text.what}</Text>
      {problem && !hasWayIn(problem) && <ProblemNotice problem={problem} />}
      {data === null ? (
        <Button onPress={handleFetch} busy={busy}>
          {text.start}
        </Button>
      ) : (
        <>
          <Notice kind="success" title={text.ready} announce />
          <Outcome outcome={outcome} />
          <Button onPress={() => void handleSave()}>{IS_WEAPP ? text.send : text.download}</Button>
          <Button kind="secondary" onPress={() => void handleCopy()}>
            {text.copy}
          </Button>
        </>
      )}
    </Screen>
  )
}
