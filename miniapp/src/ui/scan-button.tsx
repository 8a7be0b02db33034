import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { role } from '../platform/accessibility'
import { hasCamera, watchCamera, type CameraRefusal } from '../platform/camera'
import { useIsInFront } from '../platform/page-shown'
import { CAN_SCAN, scanCode } from '../platform/scan'
import { Button } from './button'
import { useElementId } from './element-id'
import { Notice } from './notice'
import { uiText } from './text'

/** False: pages offer only what is typed. */
export const canScan = (): boolean => CAN_SCAN || hasCamera()

interface CameraProps {
  onSeen: (seen: string) => void
  onRefused: (why: CameraRefusal) => void
}

/** On only while somebody can see the page. */
function Camera(told: CameraProps) {
  const id = useElementId()('camera')
  const inFront = useIsInFront()
  const newest = useRef(told)
  useEffect(() => {
    newest.current = told
  })
  useEffect(() => {
    if (!inFront) return undefined
    return watchCamera(id, {
      onSeen: (seen) => newest.current.onSeen(seen),
      onRefused: (why) => newest.current.onRefused(why),
    })
  }, [id, inFront])
  return <View id={id} className="ov-camera" {...role('img')} aria-label={uiText.camera.picture} />
}

type CameraState = 'off' | 'on' | CameraRefusal

function CameraScan({ onSeen, busy, children }: Required<ScanButtonProps>) {
  const [state, setState] = useState<CameraState>('off')
  const isOn = state === 'on'
  const handleSeen = (seen: string) => {
    setState('off')
    onSeen(seen)
  }
  return (
    <>
      <View {...role('status')} aria-live="polite">
        {isOn && uiText.camera.on}
        {(state === 'denied' || state === 'none') && <Notice kind="warning" {...uiText.camera[state]} />}
      </View>
      {isOn && <Camera onSeen={handleSeen} onRefused={setState} />}
      <Button kind={isOn ? 'secondary' : 'primary'} onPress={() => setState(isOn ? 'off' : 'on')} busy={busy}>
        {isOn ? uiText.camera.close : children}
      </Button>
    </>
  )
}

interface ScanButtonProps {
  onSeen: (seen: string) => void
  busy?: boolean
  /** What is scanned, for instance 扫预约码. */
  children: string
}

/** Scans a code: WeChat's scanner, or the camera in browsers that can read codes. Nothing where neither is; typing is always there. */
export function ScanButton({ onSeen, busy = false, children }: ScanButtonProps) {
  const handleScan = async () => {
    const seen = await scanCode()
    if (seen !== null) onSeen(seen)
  }
  if (CAN_SCAN) {
    return (
      <Button onPress={() => void handleScan()} busy={busy}>
        {children}
      </Button>
    )
  }
  if (!hasCamera()) return null
  return (
    <CameraScan onSeen={onSeen} busy={busy}>
      {children}
    </CameraScan>
  )
}
