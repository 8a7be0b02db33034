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
  /** What wx storage holds at the start. */
  storage?: Dictionary
  /** Consent to the privacy contract was given in an earlier run. */
  hasConsented?: boolean
  /** Font size setting of the phone, 16 is normal. */
  fontSize?: number
  answers?: Partial<Answers>
  /** wx functions that replace the runner's. */
  apis?: Dictionary
}
