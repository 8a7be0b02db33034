import { Text, View } from '@tarojs/components'
import { VisitsAhead } from '../../features/appointments/components/visits-ahead'
import { BOOKING_DOOR } from '../../features/appointments/doors'
import { ZoneDoors } from '../../features/catalogue/components/zone-rows'
import { SEARCH_DOOR } from '../../features/catalogue/doors'
import { HEALTH_CODE_DOOR } from '../../features/health-code/doors'
import { ExpiringLicences } from '../../features/licences/components/expiring-licences'
import { WALLET_DOOR } from '../../features/licences/doors'
import { CasesToDo, isWaitingForPerson } from '../../features/progress/components/cases-to-do'
import { FollowRows } from '../../features/progress/components/follow-rows'
import { PROGRESS_DOORS } from '../../features/progress/doors'
import { useFollows } from '../../features/progress/hooks/use-follows'
import { PROGRESS_PAGES } from '../../features/progress/progress-pages'
import { HELP_DOOR } from '../../features/proxy/doors'
import { back, go } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { Button, TextButton } from '../../ui/button'
import { SearchDoor, SmallDoors, type Door } from '../../ui/doors'
import { Heading } from '../../ui/heading'
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

function Follows({ follows: { data, asOf, problem, again } }: { follows: ReturnType<typeof useFollows> }) {
  if (data === undefined) {
    if (problem) return <ProblemNotice problem={problem} onRetry={again} />
    return <Loading what={homeText.follows} onRetry={again} onLeave={() => void back()} />
  }
  if (data.items.length === 0) return <Text>{homeText.noFollows}</Text>
  // Where the person is waited for comes before what goes on without them.
  const [waiting, others] = [data.items.filter(isWaitingForPerson), data.items.filter((one) => !isWaitingForPerson(one))]
  return (
    <>
      {problem && <LastCopyNotice asOf={asOf} />}
      <FollowRows items={[...waiting, ...others].slice(0, Math.max(SHOWN_FOLLOWS, waiting.length))} />
      {data.items.length > Math.max(SHOWN_FOLLOWS, waiting.length) && (
        <TextButton role="link" onPress={() => void go(PROGRESS_PAGES.follows)}>
          {homeText.allFollows(data.items.length)}
        </TextButton>
      )}
    </>
  )
}

/** What this person needs first. What was not found out says so itself or is left out. */
function Own() {
  const follows = useFollows()
  return (
    <View className="ov-stack">
      <CasesToDo followed={follows.data?.items ?? []} />
      <VisitsAhead />
      <ExpiringLicences />
      <Heading>{homeText.follows}</Heading>
      <Follows follows={follows} />
    </View>
  )
}

function EverydayDoors() {
  const [caseNumber, myCases, idCard, exitEntry] = PROGRESS_DOORS
  const doors: readonly (Pick<Door, 'icon' | 'hint'> & { door: { title: string; page: string } })[] = [
    { icon: 'health', door: HEALTH_CODE_DOOR },
    { icon: 'licence', door: WALLET_DOOR },
    { icon: 'calendar', door: BOOKING_DOOR, hint: homeText.saturdays },
    { icon: 'help', door: HELP_DOOR },
    { icon: 'progress', door: caseNumber },
    { icon: 'progress', door: myCases },
    { icon: 'progress', door: idCard },
    { icon: 'progress', door: exitEntry },
  ]
  return (
    <View className="ov-stack">
      <Heading>{homeText.everyday}</Heading>
      <SmallDoors
        label={homeText.everyday}
        doors={doors.map(({ door, ...look }) => ({ ...look, title: door.title, onPress: () => void go(door.page) }))}
      />
    </View>
  )
}

/** What this person needs first, then the search, the eight everyday doors, and the zones. */
export function OrdinaryHome({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <>
      {isSignedIn ? <Own /> : <Invitation />}
      <SearchDoor title={SEARCH_DOOR.title} hint={SEARCH_DOOR.hint} onPress={() => void go(SEARCH_DOOR.page)} />
      <EverydayDoors />
      <View className="ov-stack">
        <Heading>{homeText.zones}</Heading>
        <ZoneDoors label={homeText.zones} />
      </View>
    </>
  )
}
