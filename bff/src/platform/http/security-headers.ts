import type { AppMiddleware } from './app-context'

/** For answers that are data: nothing may be loaded, framed or sent from them. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const HEADERS = {
  'Content-Security-Policy': DATA_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Strict headers on every answer; a page sets its own policy over `DATA_POLICY`. HSTS (one year) only where TLS was used. */
export function securityHeaders(): AppMiddleware {
  return async (ctx, next) => {
    ctx.set(HEADERS)
    if (ctx.secure) ctx.set('Strict-Transport-Security', 'max-age=31536000')
    await next()
  }
}
