import { IS_WEAPP } from './target'

export type EntryKind = 'text' | 'search' | 'name' | 'phone' | 'digits' | 'resident-id' | 'case-number' | 'password' | 'code'

const WECHAT = {
  text: { type: 'text' },
  search: { type: 'text', confirmType: 'search' },
  name: { type: 'text' },
  phone: { type: 'number' },
  digits: { type: 'number' },
  'resident-id': { type: 'idcard' },
  'case-number': { type: 'text' },
  password: { type: 'text', password: true },
  code: { type: 'number' },
} as const

/** `type="number"` in browsers brings a spinner and drops leading zeros: the keyboard is chosen by `inputMode` instead. */
const BROWSER = {
  text: {},
  search: { inputMode: 'search', autoComplete: 'off' },
  name: { autoComplete: 'name' },
  phone: { inputMode: 'tel', autoComplete: 'tel-national' },
  digits: { inputMode: 'numeric' },
  'resident-id': { autoComplete: 'off', autoCapitalize: 'characters' },
  'case-number': { autoComplete: 'off', autoCapitalize: 'characters' },
  password: { password: true, autoComplete: 'off' },
  code: { inputMode: 'numeric', autoComplete: 'one-time-code' },
} as const

/** The right keyboard and autofill for what is asked. */
export function textEntry(kind: EntryKind): Record<string, string | boolean> {
  return IS_WEAPP ? WECHAT[kind] : { type: 'text', ...BROWSER[kind] }
}
