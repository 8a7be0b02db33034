import path from 'node:path'
import { isCallable, isDictionary, type Dictionary } from '../dynamic'
import { MAIN_PACKAGE, resolveInPackage, type PackageFiles } from '../package-files'
import type { Sandbox } from './sandbox'

/** Names WeChat hides from modules by giving every module parameters of these names. */
const HIDDEN = 'window,document,frames,self,location,navigator,localStorage,history,XMLHttpRequest,WebSocket,alert,confirm,prompt'

export interface UnitDefinition {
  kind: 'page' | 'component'
  definition: Dictionary
}

/** Loads the shipped modules as WeChat's `require` does, and keeps what they register with Page() and Component(). */
export class Modules {
  readonly app: { definition: Dictionary | null } = { definition: null }
  private readonly loaded = new Map<string, { exports: unknown }>()
  private readonly units = new Map<string, UnitDefinition>()
  private loading = ''

  constructor(
    private readonly files: PackageFiles,
    private readonly sandbox: Sandbox,
  ) {
    Object.assign(sandbox.globals, {
      App: (definition: Dictionary) => {
        this.app.definition = definition
      },
      Page: (definition: Dictionary) => this.units.set(this.loading, { kind: 'page', definition }),
      Component: (definition: Dictionary) => this.units.set(this.loading, { kind: 'component', definition }),
      requirePlugin: (name: unknown) => {
        throw sandbox.newError(`plugin ${String(name)} is not available`)
      },
    })
  }

  /** The definition a page's or component's script registers; loads it first if need be. */
  unit(unit: string): UnitDefinition {
    if (!this.units.has(unit)) {
      const before = this.loading
      this.loading = unit
      try {
        this.load(unit, unit)
      } finally {
        this.loading = before
      }
    }
    const found = this.units.get(unit)
    if (!found) throw new Error(`${unit}.js did not call Page() or Component()`)
    return found
  }

  /** Runs a module once and gives its exports. `from` is the requiring file. */
  load(module: string, from: string): unknown {
    const file = this.fileOf(module)
    const owner = this.files.packageOf(file)
    if (owner !== MAIN_PACKAGE && owner !== this.files.packageOf(from) && from !== file) {
      throw this.sandbox.newError(`module ${file} of subpackage ${owner} is required from ${from}`)
    }
    const known = this.loaded.get(file)
    if (known) return known.exports
    const fresh = { exports: this.sandbox.convert({}) }
    this.loaded.set(file, fresh)
    const wrapped = this.sandbox.run(`(function(require,module,exports,${HIDDEN}){${this.files.read(file)}\n})`, file)
    if (!isCallable(wrapped)) throw new Error(`${file} is not a module`)
    const requireFrom = (target: unknown): unknown => this.load(resolveInPackage(String(target), path.posix.dirname(file)), file)
    wrapped.call(undefined, requireFrom, fresh, fresh.exports)
    return fresh.exports
  }

  private fileOf(module: string): string {
    const candidates = module.endsWith('.js') ? [module] : [`${module}.js`, `${module}/index.js`]
    const found = candidates.find((file) => this.files.has(file))
    if (!found) throw this.sandbox.newError(`module '${module}.js' is not defined`)
    return found
  }
}

/** Functions of a definition as WeChat puts them on `this`: a component's `methods` beside its life-cycle functions. */
export function instanceMembers({ kind, definition }: UnitDefinition): Dictionary {
  const methods = kind === 'component' && isDictionary(definition.methods) ? definition.methods : {}
  return { ...methods, ...definition }
}
