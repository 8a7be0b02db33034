import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { encode } from 'uqr'
import { role } from '../platform/accessibility'

/** ISO/IEC 18004, 9.1: four modules of white on each side, or scanners do not find it. */
const QUIET = 4

/** Each row's runs of black as rectangles of one path: small enough for an attribute. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .map((row, y) =>
      [
        ...row
          .map((black) => (black ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
      ]
        .map(({ 0: { length }, index }) => `M${String(index)} ${String(y)}h${String(length)}v1h-${String(length)}z`)
        .join(''),
    )
    .join('')
}

function drawQrCode(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const box = `${String(-QUIET)} ${String(-QUIET)} ${String(size + 2 * QUIET)} ${String(size + 2 * QUIET)}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges"><path fill="#fff" d="M-4-4h${String(size + 8)}v${String(size + 8)}h-${String(size + 8)}z"/><path d="${pathOf(data)}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

export interface QrCodeProps {
  /** What a scanner reads. */
  text: string
  /** What it is, for whoever does not see it; the same must stand beside it in words. */
  label: string
  /** It holds much: as large as the screen allows, so that its squares are not too small. */
  large?: boolean
}

/** A QR code, black on white in both modes. Never the only way: what it holds is also written on the page. */
export function QrCode({ text, label, large = false }: QrCodeProps) {
  const source = useMemo(() => drawQrCode(text), [text])
  return (
    <View className={large ? 'ov-qr-code ov-qr-code-large' : 'ov-qr-code'} {...role('img')} aria-label={label}>
      <Image className="ov-qr-code-image" src={source} mode="aspectFit" aria-hidden="true" />
    </View>
  )
}
