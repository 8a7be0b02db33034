import { View } from '@tarojs/components'
import { role } from '../../../../platform/accessibility'
import { useActing } from '../../../../platform/acting'
import { go, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Failure } from '../../../../ui/settled'
import { LicenceScreen, ToWallet } from '../../components/licence-screen'
import { BeginFirst } from '../../components/of-licence'
import { ShownCode } from '../../components/shown-code'
import { useShow, type Show } from '../../hooks/use-show'
import { LICENCE_PAGES } from '../../licence-pages'
import { presentText } from '../../present-text'
import { readWay, type Way } from '../../ways'

const text = presentText.show

function stoppedNext(toldToStop: Show['toldToStop'], way: Way): string {
  if (way === 'offline') return text.offlineStopped
  if (toldToStop === null) return text.stopping
  return toldToStop ? text.stoppedNext : text.stoppedHere
}

/** Said once, when it comes to that: the seconds themselves are for the eye. */
function Word({ show: { state, toldToStop }, way }: { show: Show; way: Way }) {
  return (
    <View {...role('status')} aria-live="polite">
      {state === 'soon' && <Notice kind="warning" title={text.soon} />}
      {state === 'ended' && <Notice title={text.ended}>{text.endedNext}</Notice>}
      {state === 'stopped' && <Notice title={text.stopped}>{stoppedNext(toldToStop, way)}</Notice>}
      {state === 'gone' && <Notice title={text.gone}>{text.goneNext}</Notice>}
    </View>
  )
}

function Buttons({ show: { state, presentation, renewing, handleRenew, handleStop } }: { show: Show }) {
  const isActing = useActing() !== null
  return (
    <>
      {state !== 'showing' && (
        <Button onPress={handleRenew} busy={renewing}>
          {text.again}
        </Button>
      )}
      {presentation === null ? (
        <ToWallet />
      ) : (
        <Button kind="danger" onPress={handleStop}>
          {text.stop}
        </Button>
      )}
      {presentation === null && !isActing && (
        <Button kind="secondary" onPress={() => void go(LICENCE_PAGES.views)}>
          {text.views}
        </Button>
      )}
    </>
  )
}

interface ContentProps {
  id: string
  licence: string
  fields: readonly string[]
  way: Way
}

function Content(shown: ContentProps) {
  const show = useShow(shown)
  const { problem, presentation } = show
  if (problem?.code === 'licence_revoked' || problem?.code === 'licence_expired') {
    return (
      <RefusalContent refusal={problem}>
        <ToWallet />
      </RefusalContent>
    )
  }
  return (
    <>
      {presentation && <ShownCode presentation={presentation} secondsLeft={show.secondsLeft} />}
      <Word show={show} way={shown.way} />
      {problem && <Failure problem={problem} />}
      <Buttons show={show} />
    </>
  )
}

export default function ShowPage() {
  const { id = '', licence = '', fields = '', way } = useQuery()
  return (
    <LicenceScreen title={text.title}>
      {licence === '' || fields === '' ? (
        <BeginFirst />
      ) : (
        <Content id={id} licence={licence} fields={fields.split(',')} way={readWay(way)} />
      )}
    </LicenceScreen>
  )
}
