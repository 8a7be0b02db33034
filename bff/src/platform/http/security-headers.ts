import type { AppMiddleware } from './app-context'

/** For answers that are data: nothing may be loaded, framed or sent from them. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

export const SECURITY_HEADERS = {
  'Content-Security-Policy': DATA_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
}

/** For a year, and only where TLS was used. */
export const HSTS = ['Strict-Transport-Security', 'max-age=31536000'] as const

/** Strict headers on every answer; a page sets its own policy over `DATA_POLICY`. HSTS only where TLS was used. */
export function securityHeaders(): AppMiddleware {
  return async (ctx, next) => {
    ctx.set(SECURITY_HEADERS)
    if (ctx.secure) ctx.set(...HSTS)
    await next()
  }
}
