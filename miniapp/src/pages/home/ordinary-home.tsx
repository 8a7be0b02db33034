import { Text, View } from '@tarojs/components'
import { BookingDoors } from '../../features/appointments/components/booking-doors'
import { HEALTH_CODE_DOOR } from '../../features/health-code/doors'
import { WALLET_DOOR } from '../../features/licences/doors'
import { FollowRows } from '../../features/progress/components/follow-rows'
import { ProgressDoors } from '../../features/progress/components/progress-doors'
import { useFollows } from '../../features/progress/hooks/use-follows'
import { PROGRESS_PAGES } from '../../features/progress/progress-pages'
import { HELP_DOOR } from '../../features/proxy/doors'
import { back, go } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { Button, TextButton } from '../../ui/button'
import { Doors } from '../../ui/doors'
import { Heading } from '../../ui/heading'
import { List, ListLink } from '../../ui/lists'
import { Loading } from '../../ui/loading'
import { LastCopyNotice, ProblemNotice } from '../../ui/notice'
import { homeText } from './text'

/** More than these would push the doors off the first screen. */
const SHOWN_FOLLOWS = 3

function Invitation() {
  return (
    <View className="ov-stack">
      <Text>{homeText.invitation}</Text>
      <Button kind="secondary" onPress={() => void go(PAGES.signIn)}>
        {homeText.signIn}
      </Button>
    </View>
  )
}

function Follows() {
  const { data, asOf, problem, again } = useFollows()
  if (data === undefined) {
    if (problem) return <ProblemNotice problem={problem} onRetry={again} />
    return <Loading what={homeText.follows} onRetry={again} onLeave={() => void back()} />
  }
  if (data.items.length === 0) return <Text>{homeText.noFollows}</Text>
  return (
    <>
      {problem && <LastCopyNotice asOf={asOf} />}
      <FollowRows items={data.items.slice(0, SHOWN_FOLLOWS)} />
      {data.items.length > SHOWN_FOLLOWS && (
        <TextButton role="link" onPress={() => void go(PROGRESS_PAGES.follows)}>
          {homeText.allFollows(data.items.length)}
        </TextButton>
      )}
    </>
  )
}

/** What is shown to others: one tap away. */
function ToShow() {
  return (
    <Doors
      doors={[
        { icon: 'health', title: HEALTH_CODE_DOOR.title, onPress: () => void go(HEALTH_CODE_DOOR.page) },
        { icon: 'licence', title: WALLET_DOOR.title, onPress: () => void go(WALLET_DOOR.page) },
      ]}
    />
  )
}

/** What this person needs first, then the everyday doors. */
export function OrdinaryHome({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <>
      <ToShow />
      {isSignedIn ? (
        <View className="ov-stack">
          <Heading>{homeText.follows}</Heading>
          <Follows />
        </View>
      ) : (
        <Invitation />
      )}
      <View className="ov-stack">
        <Heading>{homeText.booking}</Heading>
        <BookingDoors label={homeText.booking} />
      </View>
      <View className="ov-stack">
        <Heading>{homeText.doors}</Heading>
        <ProgressDoors label={homeText.doors} withFollows={false} />
      </View>
      <List label={HELP_DOOR.title}>
        <ListLink title={HELP_DOOR.title} hint={HELP_DOOR.hint} onPress={() => void go(HELP_DOOR.page)} />
      </List>
    </>
  )
}
