import { IS_BROWSER } from './target'

interface Detector {
  detect: (video: HTMLVideoElement) => Promise<readonly { rawValue: string }[]>
}

/** Of the Shape Detection API, which not every browser has. */
interface DetectorClass {
  new (options: { formats: string[] }): Detector
  getSupportedFormats: () => Promise<readonly string[]>
}

declare global {
  interface Window {
    BarcodeDetector?: DetectorClass
  }
}

const QR = 'qr_code'
/** Milliseconds between two looks: quick for the person, easy on the battery. */
const EVERY = 150
/** The camera on the back, where there are two. */
const BACK: MediaStreamConstraints = { video: { facingMode: 'environment' }, audio: false }

/** Whether this browser can read codes by camera. Without https it shows pages no camera at all. */
export function hasCamera(): boolean {
  return IS_BROWSER && window.BarcodeDetector !== undefined && 'mediaDevices' in navigator
}

/** `denied`: the person, or whoever runs the device, does not allow it. `none`: there is no camera that works. */
export type CameraRefusal = 'denied' | 'none'

interface Told {
  onSeen: (code: string) => void
  onRefused: (why: CameraRefusal) => void
}

async function openDetector(): Promise<Detector> {
  const { BarcodeDetector } = window
  // Some systems have the API and no decoder behind it.
  if (!BarcodeDetector || !(await BarcodeDetector.getSupportedFormats()).includes(QR)) throw new Error('cannot read QR codes')
  return new BarcodeDetector({ formats: [QR] })
}

function newVideo(): HTMLVideoElement {
  const video = document.createElement('video')
  video.muted = true
  // iPhones would open it over the whole screen.
  video.playsInline = true
  video.setAttribute('aria-hidden', 'true')
  return video
}

const pause = () => new Promise((resolve) => setTimeout(resolve, EVERY))

/** Null when it is over before anything was seen. */
async function firstCode(detector: Detector, video: HTMLVideoElement, over: AbortSignal): Promise<string | null> {
  while (!over.aborted) {
    const [code] = await detector.detect(video)
    if (code && code.rawValue !== '') return code.rawValue
    await pause()
  }
  return null
}

function isDenied(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError'
}

/**
 * Shows the camera within an element and tells the first QR code it sees, or why there is no camera, once. The returned function
 * stops; from then on nothing is told. The pictures never leave the device. Browsers only.
 */
export function watchCamera(elementId: string, { onSeen, onRefused }: Told): () => void {
  const over = new AbortController()
  const video = newVideo()
  const end = () => {
    over.abort()
    video.remove()
  }
  const watch = async () => {
    const detector = await openDetector()
    const stream = await navigator.mediaDevices.getUserMedia(BACK)
    const release = () => {
      for (const track of stream.getTracks()) track.stop()
    }
    // Left while the browser was still asking for leave.
    if (over.signal.aborted) release()
    over.signal.addEventListener('abort', release)
    video.srcObject = stream
    document.getElementById(elementId)?.append(video)
    await video.play()
    return firstCode(detector, video, over.signal)
  }
  const tell = (told: () => void) => {
    if (over.signal.aborted) return
    end()
    told()
  }
  watch().then(
    (code) => {
      if (code !== null) tell(() => onSeen(code))
    },
    (error: unknown) => tell(() => onRefused(isDenied(error) ? 'denied' : 'none')),
  )
  return end
}
