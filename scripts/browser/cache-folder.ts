import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')

export const NODE_MODULES = path.join(ROOT, 'node_modules')

/** Unpacked browser, font settings and font cache; safe to delete. */
export const BROWSER_CACHE = path.join(ROOT, '.cache', 'browser')
