import Taro from '@tarojs/taro'
import { toChinaMap } from '@one-visit/shared/appointments/china-map'
import type { Position } from '@one-visit/shared/appointments/distance'
import { IS_WEAPP } from './target'

/** How long a phone may look for itself, milliseconds; indoors it may never succeed. */
const PATIENCE = 10_000

function askBrowser(): Promise<Position> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        resolve({ latitude, longitude })
      },
      reject,
      { timeout: PATIENCE, maximumAge: 300_000 },
    )
  })
}

/** A few hundred metres are near enough to tell which office is nearest. */
async function askWechat(): Promise<Position> {
  const { latitude, longitude } = await Taro.getFuzzyLocation({ type: 'wgs84' })
  return { latitude, longitude }
}

/**
 * Where the phone is (WGS 84), asked only straight from a tap; null when the person or the phone refused. It is for reckoning
 * on the phone: it must not be sent or kept.
 */
export async function findPosition(): Promise<Position | null> {
  try {
    return await (IS_WEAPP ? askWechat() : askBrowser())
  } catch {
    return null
  }
}

interface MapPlace extends Position {
  name: string
  address: string
}

/** Opens a map with the way to a place: WeChat's own, or that of the browser's AutoNavi (which is told the office, not the person). */
export async function openMap({ name, address, ...position }: MapPlace): Promise<boolean> {
  try {
    if (IS_WEAPP) {
      await Taro.openLocation({ ...toChinaMap(position), name, address, scale: 16 })
      return true
    }
    const place = `position=${String(position.longitude)},${String(position.latitude)}&name=${encodeURIComponent(name)}`
    // With "noopener" browsers never say whether it opened.
    window.open(`https://uri.amap.com/marker?${place}&coordinate=wgs84`, '_blank', 'noopener')
    return true
  } catch {
    return false
  }
}
