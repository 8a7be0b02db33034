import type { ActivityDto } from '@one-visit/shared/identity/contract'
import { Text, View } from '@tarojs/components'
import { role } from '../../../../platform/accessibility'
import { back } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { List } from '../../../../ui/lists'
import { Loading } from '../../../../ui/loading'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { formatInstant } from '../../../../ui/when'
import { OwnLookUpFailed } from '../../components/sign-in-first'
import { useActivity } from '../../hooks/use-activity'
import { accountText } from '../../account-text'

const text = accountText.activity

function ActivityRow({ activity }: { activity: ActivityDto }) {
  const way = text.way(activity.detail['provider'] ?? activity.detail['method'] ?? '')
  return (
    <View className="ov-row" {...role('listitem')}>
      <View className="ov-row-text">
        <Text className="ov-label">{way === undefined ? activity.title : `${activity.title}（${way}）`}</Text>
        <Text className="ov-soft">{`${text.actor[activity.actor]} · ${formatInstant(activity.at)}`}</Text>
      </View>
    </View>
  )
}

interface ActivitiesProps {
  items: readonly ActivityDto[]
  hasMore: boolean
  loadingMore: boolean
  onMore: () => void
}

function Activities({ items, hasMore, loadingMore, onMore }: ActivitiesProps) {
  if (items.length === 0) return <Notice title={text.empty} />
  return (
    <>
      <List label={text.list}>
        {items.map((activity) => (
          <ActivityRow key={activity.id} activity={activity} />
        ))}
      </List>
      {hasMore ? (
        <Button kind="secondary" onPress={onMore} busy={loadingMore}>
          {text.more}
        </Button>
      ) : (
        <Text className="ov-soft">{text.end}</Text>
      )}
    </>
  )
}

function Content() {
  const { items, problem, hasMore, loadingMore, again, more } = useActivity()
  if (items === undefined) {
    if (problem) return <OwnLookUpFailed problem={problem} onRetry={again} />
    return <Loading what={accountText.devices.waitingFor} onRetry={again} onLeave={() => void back()} />
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} onRetry={more} />}
      <Activities {...{ items, hasMore, loadingMore }} onMore={more} />
    </>
  )
}

export default function ActivityPage() {
  return (
    <Screen title={text.title}>
      <Content />
    </Screen>
  )
}
