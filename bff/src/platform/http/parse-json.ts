import { problem } from '../errors'

const MAX_DEPTH = 32
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\]:]/g
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
const LONE_SURROGATE = /\p{Surrogate}/u

const refuse = (detail: string): Error => problem('malformed_request', { detail })

/**
 * Parses JSON that a stranger sent. Beside bad syntax it refuses what readers take differently (a key twice), what can poison
 * an object (`__proto__`), what is nested deeper than 32, and text no database can store (NUL, half of a character).
 */
export function parseJson(text: string): unknown {
  refuseTraps(text)
  try {
    return JSON.parse(text)
  } catch {
    throw refuse('内容不是正确的 JSON。')
  }
}

/** Needs no correct JSON: what is not JSON is refused by the parser after it. */
function refuseTraps(text: string): void {
  const open: Set<string>[] = []
  let last = '""'
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') refuseKey(decode(last), open.at(-1))
    else last = refuseText(token)
    if (open.length > MAX_DEPTH) throw refuse('内容嵌套太深。')
  }
}

function refuseKey(key: string, siblings: Set<string> | undefined): void {
  if (PROTOTYPE_KEYS.has(key)) throw refuse('内容里有不允许的名称。')
  if (siblings?.has(key)) throw refuse('内容里有重复的名称。')
  siblings?.add(key)
}

function refuseText(token: string): string {
  if (token.includes('\\u') && !isStorableText(decode(token))) throw refuse('内容里有无法保存的字符。')
  return token
}

/** False for text with NUL (PostgreSQL stores none) or half a surrogate pair (UTF-8 has none). */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && !LONE_SURROGATE.test(text)
}

function decode(token: string): string {
  try {
    return String(JSON.parse(token))
  } catch {
    throw refuse('内容不是正确的 JSON。')
  }
}
