import { Platform } from './202611210000-platform'
import { AccountsAndSessions } from './202611210900-accounts-and-sessions'
import { FollowsAndMessages } from './202611210910-follows-and-messages'
import { Appointments } from './202611211000-appointments'
import { Family } from './202611211100-family'
import { Proxy } from './202611211300-proxy'
import { CrossProvince } from './202611211400-cross-province'
import { Growth } from './202611211500-growth'
import { Licences } from './202611211200-licences'

/** In the order they run; one that has been released is never changed. */
export const migrations = [
  Platform,
  AccountsAndSessions,
  FollowsAndMessages,
  Appointments,
  Family,
  Licences,
  Proxy,
  CrossProvince,
  Growth,
]
