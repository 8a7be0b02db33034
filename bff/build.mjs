import { existsSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = import.meta.dirname

/** Programs of the BFF; each becomes dist/<name>.js. */
const entryPoints = [
  ...['src/main.ts', 'src/audit-verify.ts', 'src/staff-add.ts', 'src/calendar-print.ts'],
  ...['src/backup.ts', 'src/restore.ts', 'src/keys.ts', 'src/county-check.ts', 'src/county-import.ts', 'src/search-check.ts'],
]
  .map((entry) => path.join(root, entry))
  .filter((entry) => existsSync(entry))

await build({
  entryPoints,
  outdir: path.join(root, 'dist'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  // Our own package is TypeScript source, so it is bundled; all others are loaded at run time.
  alias: { '@one-visit/shared': path.join(root, '../shared/src') },
  sourcemap: true,
  // TypeORM and the logs name classes.
  keepNames: true,
  logLevel: 'warning',
})
