import Taro from '@tarojs/taro'
import { readStored, writeStored } from './storage'

const BYTES = 16

function fromBrowser(): Uint8Array | null {
  return typeof crypto === 'undefined' ? null : crypto.getRandomValues(new Uint8Array(BYTES))
}

function fromWechat(): Promise<Uint8Array | null> {
  if (typeof Taro.getUserCryptoManager !== 'function') return Promise.resolve(null)
  return new Promise((resolve) => {
    Taro.getUserCryptoManager().getRandomValues({
      length: BYTES,
      success: ({ randomValues }) => {
        resolve(new Uint8Array(randomValues))
      },
      fail: () => {
        resolve(null)
      },
    })
  })
}

/** Good enough here: our ids only keep two requests or two phones apart, they open nothing. */
function fromClock(): Uint8Array {
  return Uint8Array.from({ length: BYTES }, () => Math.floor(Math.random() * 256))
}

function formatUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte, index) => {
    if (index === 6) return ((byte & 0x0f) | 0x40).toString(16).padStart(2, '0')
    if (index === 8) return ((byte & 0x3f) | 0x80).toString(16).padStart(2, '0')
    return byte.toString(16).padStart(2, '0')
  }).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A random UUID (RFC 9562, version 4), for idempotency keys and the id of this device. */
export async function newId(): Promise<string> {
  return formatUuid(fromBrowser() ?? (await fromWechat().catch(() => null)) ?? fromClock())
}

const DEVICE_KEY = 'device-id'
let deviceId: Promise<string> | undefined

async function loadDeviceId(): Promise<string> {
  const known = readStored(DEVICE_KEY)
  if (typeof known === 'string') return known
  const made = await newId()
  writeStored(DEVICE_KEY, made)
  return made
}

/** Made at first start and kept on the phone; not a hardware number. */
export function getDeviceId(): Promise<string> {
  return (deviceId ??= loadDeviceId())
}
