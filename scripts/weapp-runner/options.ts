import type { Answers } from './answers'
import type { Dictionary } from './dynamic'

export interface LaunchOptions {
  /** Folder of the built package, with app.json in it. */
  dist: string
  /** First page and its query; without it, the first page of app.json. */
  start?: string
  query?: Record<string, string>
  /** `host:port` of the servers wx.request may reach. Empty: none. */
  allowHosts?: readonly string[]
  /**
   * Where a host of the package really is, `host:port` to `host:port`: the address is built into the package, while a test's
   * server takes whatever port is free. The package, the domain list and the report know the host by its own name.
   */
  connectTo?: Readonly<Record<string, string>>
  /** What wx storage holds at the start. */
  storage?: Dictionary
  /** Consent to the privacy contract was given in an earlier run. */
  hasConsented?: boolean
  /** Font size setting of the phone, 16 is normal. */
  fontSize?: number
  /** The clock of the phone, epoch milliseconds; the real time without it. Timers take as long as they say; see `app.catchUp`. */
  clock?: () => number
  answers?: Partial<Answers>
  /** wx functions that replace the runner's. */
  apis?: Dictionary
}
