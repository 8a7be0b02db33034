import vm from 'node:vm'
import { compileTemplates } from '../compiler'
import { isCallable, isDictionary, type Dictionary } from '../dynamic'
import type { PackageFiles } from '../package-files'
import type { Reporter } from '../report'

/** What wcc's compiled templates return: `virtual` nodes stand for blocks and templates. */
export interface TemplateNode {
  tag: string
  attr?: Dictionary
  children?: unknown[]
  wxKey?: unknown
}

export const isTemplateNode = (value: unknown): value is TemplateNode => isDictionary(value) && typeof value.tag === 'string'

/** The shipped WXML and WXS, compiled by WeChat's wcc and run in a realm of their own, as behind WeChat's bridge. */
export class Templates {
  private readonly find: (file: string) => unknown
  private readonly parse: (json: string) => unknown

  constructor(files: PackageFiles, reporter: Reporter) {
    const console = {
      log: (...given: unknown[]) => {
        reporter.fail('wxml', new Error(given.map(String).join(' ')))
      },
      warn: (...given: unknown[]) => reporter.report.warnings.push(given.map(String).join(' ')),
    }
    const context = vm.createContext({ window: { __webview_engine_version__: 0.02 }, console })
    const make = vm.runInContext(`(function(global){${compileTemplates(files)};return $gwx})`, context) as (
      global: Dictionary,
    ) => (file: string) => unknown
    this.find = make({})
    this.parse = vm.runInContext('JSON.parse', context) as (json: string) => unknown
  }

  /** Renders one WXML file with a copy of `data`. */
  render(file: string, data: Dictionary): TemplateNode {
    const template = this.find(file)
    if (!isCallable(template)) throw new Error(`${file} is not among the compiled templates`)
    const node = template(this.parse(JSON.stringify(data)))
    if (!isTemplateNode(node)) throw new Error(`${file} rendered nothing`)
    return node
  }
}
