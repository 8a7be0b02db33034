import type { RateLimitClass } from '@one-visit/shared/kernel/endpoints'

/** Whom a limit counts. An account that is signed in, an installed app, a network (one IPv4 address or one IPv6 /64). */
export type SubjectKind = 'account' | 'device' | 'network'

/** A token bucket: `burst` at once, then `perMinute`. */
export interface Allowance {
  readonly burst: number
  readonly perMinute: number
}

/**
 * Per process. Networks get many times what one person gets: a mobile carrier and the county hall's Wi-Fi put hundreds of
 * people behind one address. Device ids are the app's own word, so the device rows stop slips and loops, not attackers.
 */
export const RATE_LIMITS: Readonly<Record<RateLimitClass, Readonly<Record<SubjectKind, Allowance>>>> = {
  // A screen asks for at most 6 things; 60 covers quick paging through ten of them.
  read: {
    account: { burst: 60, perMinute: 120 },
    device: { burst: 60, perMinute: 120 },
    network: { burst: 1200, perMinute: 3000 },
  },
  // People press a button every few seconds at most; retries on a weak signal included.
  write: {
    account: { burst: 20, perMinute: 30 },
    device: { burst: 20, perMinute: 30 },
    network: { burst: 200, perMinute: 600 },
  },
  // A mistyped code or a WeChat sign-in tried again; guessing is stopped per phone by the windows of identity.
  sign_in: {
    account: { burst: 10, perMinute: 5 },
    device: { burst: 10, perMinute: 5 },
    network: { burst: 100, perMinute: 100 },
  },
  // Each costs a message or an upstream check; one a minute is the SMS rule already.
  code: {
    account: { burst: 5, perMinute: 2 },
    device: { burst: 5, perMinute: 2 },
    network: { burst: 60, perMinute: 60 },
  },
  // Each may ask a department; slow enough that trying query passwords is hopeless.
  look_up: {
    account: { burst: 20, perMinute: 20 },
    device: { burst: 20, perMinute: 20 },
    network: { burst: 150, perMinute: 300 },
  },
}
