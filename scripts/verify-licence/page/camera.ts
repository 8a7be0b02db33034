/** What some browsers have (Shape Detection API); the types of TypeScript do not know it. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorClass = new (options: { formats: readonly string[] }) => Detector

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector

export function canScan(): boolean {
  return detectorClass() !== undefined && 'mediaDevices' in navigator
}

/** The first QR code that the camera sees; throws when there is no camera or it may not be used. */
export async function scanOnce(video: HTMLVideoElement): Promise<string> {
  const Detector = detectorClass()
  if (!Detector) throw new Error('no detector')
  const detector = new Detector({ formats: ['qr_code'] })
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  video.srcObject = stream
  video.hidden = false
  try {
    await video.play()
    for (;;) {
      const [found] = await detector.detect(video)
      if (found) return found.rawValue
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  } finally {
    for (const track of stream.getTracks()) track.stop()
    video.hidden = true
  }
}
