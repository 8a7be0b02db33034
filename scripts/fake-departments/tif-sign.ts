import { createHash, createHmac, randomUUID } from 'node:crypto'
import { DEMO_TIF } from './tif-check'

/** Headers with which one fake department asks another, by the provincial convention. */
export function tifSign(body: string, now: Date): Record<string, string> {
  const { paasId, token } = DEMO_TIF
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const nonce = randomUUID()
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  return {
    'content-type': 'application/json',
    'x-tif-paasid': paasId,
    'x-tif-timestamp': timestamp,
    'x-tif-nonce': nonce,
    'x-tif-signature': sha256(timestamp + token + nonce + timestamp),
    'x-body-digest': createHmac('sha256', token)
      .update(`${timestamp}\n${nonce}\n${sha256(body)}`)
      .digest('hex'),
  }
}
