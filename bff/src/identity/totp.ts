import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30

function totpOf(secretBase32: string): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secretBase32), digits: 6, period: PERIOD_SECONDS, algorithm: 'SHA1' })
}

/**
 * The 30-second step a code belongs to (RFC 6238), or null when it fits none; one step before or after is taken, for clocks
 * that are a little off. The caller must refuse a step that was used already.
 */
export function matchingTotpStep(secretBase32: string, code: string, now: Date): number | null {
  const delta = totpOf(secretBase32).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
}
