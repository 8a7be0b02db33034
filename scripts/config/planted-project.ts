import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')

/** A project of its own in a temporary folder, laid out like this one, with faults put into it on purpose. */
export interface PlantedProject {
  /** Runs a tool of this repository there; answers what it printed, whether or not it found faults. */
  run(tool: string, args: readonly string[]): string
  /** Makes `place` lead to `target`, as npm does for a workspace. */
  link(target: string, place: string): void
  remove(): void
}

const TSCONFIG = JSON.stringify({
  compilerOptions: { strict: true, target: 'ES2022', module: 'preserve', moduleResolution: 'bundler', types: [], noEmit: true },
  include: ['.'],
})

/** Makes the project from file contents by path. Paths given to `run` that begin with `scripts/config/` are this repository's. */
export function plantProject(files: Readonly<Record<string, string>>): PlantedProject {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-visit-planted-'))
  const tsconfigs = ['bff', 'miniapp', 'shared', 'scripts'].map((name) => [`${name}/tsconfig.json`, TSCONFIG] as const)
  for (const [file, content] of [...Object.entries(files), ...tsconfigs]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), content)
  }
  return {
    run: (tool, args) => {
      const command = [
        path.join(ROOT, 'node_modules', tool),
        ...args.map((arg) => arg.replace('scripts/config/', `${ROOT}/scripts/config/`)),
      ]
      try {
        return execFileSync(process.execPath, command, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
      } catch (error) {
        const { stdout } = error as { stdout?: string }
        if (stdout) return stdout
        throw error
      }
    },
    link: (target, place) => {
      mkdirSync(path.dirname(path.join(folder, place)), { recursive: true })
      symlinkSync(path.join(folder, target), path.join(folder, place), 'junction')
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
