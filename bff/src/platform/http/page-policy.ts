import { createHash } from 'node:crypto'

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/gi

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * The content security policy of a built page: its own files, and those inline scripts that stood in it at the start, by
 * hash. Styles may be inline because Taro's web components put their style elements into the page when they start.
 */
export function pagePolicy(html: string): string {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map(([, text = '']) => hashOf(text))
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** For a page of ours without any script: one inline style sheet, by hash. */
export function scriptlessPolicy(style: string): string {
  return `default-src 'none'; style-src ${hashOf(style)}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`
}
