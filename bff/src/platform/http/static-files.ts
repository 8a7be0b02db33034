import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { CompressedForms, type Encoding } from './compressed-forms'
import { pagePolicy } from './page-policy'

export interface StaticFile {
  readonly type: string
  readonly etag: string
  readonly immutable: boolean
  /** Set for pages. */
  readonly contentSecurityPolicy: string | null
  readonly forms: CompressedForms
}

/** Files by their path in the address, for instance `/js/app.0a1b2c3d.js`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** A build tool's content hash between dots or dashes. */
const HASHED = /[.-][0-9a-f]{8,}\./

/**
 * Reads a built site into memory. Only what was there at the start is ever served, so no address can lead out of the folder;
 * links, dot files and files of unknown type are left out. `app.js.br` and `app.js.gz` are taken as `app.js` precompressed.
 */
export async function loadStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  const present = new Set(names)
  const files = new Map<string, StaticFile>()
  for (const name of names) {
    const type = TYPES[path.extname(name)]
    const segments = name.split(path.sep)
    if (!type || segments.some((segment) => segment.startsWith('.'))) continue
    files.set(`/${segments.join('/')}`, await readStaticFile(folder, name, type, present))
  }
  return files
}

async function readStaticFile(folder: string, name: string, type: string, present: ReadonlySet<string>): Promise<StaticFile> {
  const bytes = await readFile(path.join(folder, name))
  const made: [Encoding, Promise<Buffer>][] = []
  if (present.has(`${name}.br`)) made.push(['br', readFile(path.join(folder, `${name}.br`))])
  if (present.has(`${name}.gz`)) made.push(['gzip', readFile(path.join(folder, `${name}.gz`))])
  return {
    type,
    etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    immutable: HASHED.test(path.basename(name)),
    contentSecurityPolicy: type.startsWith('text/html') ? pagePolicy(bytes.toString('utf8')) : null,
    forms: new CompressedForms(bytes, type.includes('charset'), made),
  }
}
