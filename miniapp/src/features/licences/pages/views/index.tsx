import { Text, View } from '@tarojs/components'
import type { LicenceViewDto } from '@one-visit/shared/licences/contract'
import { role } from '../../../../platform/accessibility'
import { IS_WEAPP } from '../../../../platform/target'
import { Button } from '../../../../ui/button'
import { List } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { Failure, Settled } from '../../../../ui/settled'
import { formatInstant } from '../../../../ui/when'
import { typeName } from '../../choices'
import { LicenceScreen } from '../../components/licence-screen'
import { useExportViews } from '../../hooks/use-export-views'
import { useViews } from '../../hooks/use-views'
import { fieldLabels } from '../../view-words'
import { viewsText as text } from '../../views-text'

function ViewRow({ view }: { view: LicenceViewDto }) {
  const labels = fieldLabels(view)
  return (
    <View className="ov-row" {...role('listitem')}>
      <View className="ov-row-text">
        <Text className="ov-label">{text.what(view, typeName(view))}</Text>
        <Text>{formatInstant(view.at)}</Text>
        {labels.length > 0 && <Text>{text.content(view, labels)}</Text>}
        {view.place !== null && <Text>{text.place(view.place)}</Text>}
        {view.purpose !== null && <Text>{text.purpose(view.purpose)}</Text>}
      </View>
    </View>
  )
}

function Export() {
  const { isReady, busy, problem, outcome, handleFetch, handleSave } = useExportViews()
  return (
    <>
      {problem && <Failure problem={problem} />}
      {isReady && outcome === null && <Notice kind="success" title={text.ready} announce />}
      {outcome && <Notice kind={outcome === 'saved' ? 'success' : 'warning'} title={text[outcome]} announce />}
      {isReady ? (
        <Button kind="secondary" onPress={() => void handleSave()}>
          {IS_WEAPP ? text.send : text.save}
        </Button>
      ) : (
        <Button kind="secondary" onPress={handleFetch} busy={busy}>
          {text.export}
        </Button>
      )}
    </>
  )
}

interface LogProps {
  items: readonly LicenceViewDto[]
  hasMore: boolean
  loadingMore: boolean
  onMore: () => void
}

function Log({ items, hasMore, loadingMore, onMore }: LogProps) {
  if (items.length === 0) return <Notice title={text.none}>{text.noneNext}</Notice>
  return (
    <>
      <List label={text.list}>
        {items.map((view) => (
          <ViewRow key={view.id} view={view} />
        ))}
      </List>
      {hasMore ? (
        <Button kind="secondary" onPress={onMore} busy={loadingMore}>
          {text.more}
        </Button>
      ) : (
        <Text className="ov-soft">{text.end}</Text>
      )}
      <Text>{text.unknown}</Text>
      <Export />
    </>
  )
}

function Content() {
  const { lookUp, hasMore, loadingMore, more } = useViews()
  return (
    <Settled lookUp={lookUp} what={text.asked}>
      {(items) => <Log {...{ items, hasMore, loadingMore }} onMore={more} />}
    </Settled>
  )
}

export default function LicenceViewsPage() {
  return (
    <LicenceScreen title={text.title} own>
      <Content />
    </LicenceScreen>
  )
}
