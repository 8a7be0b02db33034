import type { CaseProgressDto } from '@one-visit/shared/progress/contract'
import { isFinalCaseStatus } from '@one-visit/shared/progress/rules'
import { Text, View } from '@tarojs/components'
import { useActing } from '../../../platform/acting'
import { hasWayIn } from '../../../platform/lead-in'
import { go } from '../../../platform/navigation'
import { Button, TextButton } from '../../../ui/button'
import { SlowNotice } from '../../../ui/loading'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { useFollow, type Follow } from '../hooks/use-follow'
import { PROGRESS_PAGES } from '../progress-pages'
import { progressText } from '../text'

const text = progressText.follow

function Followed({ follow }: { follow: Follow }) {
  return (
    <Notice kind="success" title={follow.justChanged ? text.done : text.on} announce={follow.justChanged}>
      <Text>{text.doneNext}</Text>
      <TextButton onPress={follow.handleStop}>{text.stop}</TextButton>
    </Notice>
  )
}

function Stopped({ follow }: { follow: Follow }) {
  return (
    <Notice title={text.stopped} announce>
      <Text>{text.stoppedNext}</Text>
      <Button kind="secondary" onPress={() => void follow.handleFollow()} busy={follow.busy}>
        {text.undo}
      </Button>
    </Notice>
  )
}

function Offer({ follow }: { follow: Follow }) {
  return (
    <View className="ov-stack">
      <Text>{follow.isSignedIn ? text.why : text.why + text.signIn}</Text>
      <Button onPress={() => void follow.handleFollow()} busy={follow.busy}>
        {text.submit}
      </Button>
    </View>
  )
}

function FollowProblem({ follow }: { follow: Follow }) {
  const { problem } = follow
  if (problem === null || hasWayIn(problem)) return null
  return (
    <>
      <ProblemNotice problem={problem} />
      {problem.code === 'follow_limit_reached' && (
        <Button kind="secondary" onPress={() => void go(PROGRESS_PAGES.follows)}>
          {text.full}
        </Button>
      )}
    </>
  )
}

/** Nobody follows in another's name: what is followed is told to whoever follows. */
export function FollowPanel({ progress }: { progress: CaseProgressDto }) {
  return useActing() === null ? <OwnFollow progress={progress} /> : null
}

/** A case that will not change any more is not offered: nobody would ever be told anything. */
function OwnFollow({ progress }: { progress: CaseProgressDto }) {
  const follow = useFollow(progress)
  const canFollow = follow.followProof !== null && !isFinalCaseStatus(progress.status)
  return (
    <View className="ov-stack">
      {follow.followId !== null && <Followed follow={follow} />}
      {follow.followId === null && follow.justChanged && <Stopped follow={follow} />}
      {follow.followId === null && !follow.justChanged && canFollow && <Offer follow={follow} />}
      {follow.busy && <SlowNotice what={progressText.asked.ours} />}
      <FollowProblem follow={follow} />
    </View>
  )
}
