import type { Activity } from '../activity'
import { asDictionary, callIfPresent, isCallable, type Callable, type Dictionary } from '../dynamic'
import { weChatLimits } from '../limits'
import type { Measurements } from '../measurements'
import type { Reporter } from '../report'
import { attribute, type EventOwner, type ViewElement } from '../view-layer/tree'
import { instanceMembers, type UnitDefinition } from './modules'
import type { Sandbox } from './sandbox'
import { propertyDefaults, setPath } from './set-path'

/** What pages and components need of the rest of the runner. */
export interface UnitEnvironment {
  sandbox: Sandbox
  reporter: Reporter
  measurements: Measurements
  activity: Activity
  /** Renders a page again if its data have changed. */
  refresh: (page: PageUnit) => ViewElement
  fire: (element: ViewElement, type: string, detail: unknown, bubbles: boolean) => number
  selectorQuery: (page: PageUnit) => unknown
}

/** Host side of one page or component instance; `instance` is what the package sees as `this`. */
abstract class Unit implements EventOwner {
  readonly instance: Dictionary
  readonly data: Dictionary
  abstract readonly page: PageUnit

  constructor(
    readonly path: string,
    readonly unitDefinition: UnitDefinition,
    protected readonly environment: UnitEnvironment,
  ) {
    const { definition } = unitDefinition
    const initial = { ...propertyDefaults(definition.properties), ...asDictionary(definition.data) }
    this.data = asDictionary(environment.sandbox.clone(initial))
    this.instance = asDictionary(environment.sandbox.convert({}))
    Object.assign(this.instance, instanceMembers(unitDefinition), this.hostMembers())
    Object.assign(this.instance, { is: path, data: this.data, properties: this.data, props: this.data })
  }

  /** Runs a life-cycle function of the package, from `lifetimes` first as WeChat does. */
  lifetime(name: string, ...given: unknown[]): void {
    const lifetimes = asDictionary(this.unitDefinition.definition.lifetimes)
    const own = lifetimes[name]
    this.environment.reporter.guard(`${this.path} ${name}`, () =>
      isCallable(own) ? own.apply(this.instance, given) : callIfPresent(this.instance, name, ...given),
    )
  }

  protected setData(patch: unknown, done: unknown): void {
    const { sandbox, reporter, measurements, activity } = this.environment
    if (sandbox.isClosed || this.page.isUnloaded) return
    activity.touch()
    const changes = asDictionary(patch)
    const json = JSON.stringify(changes)
    this.account(changes, Buffer.byteLength(json), reporter, measurements)
    for (const [path, value] of Object.entries(asDictionary(sandbox.parse(json)))) setPath(this.data, path, value)
    this.page.isStale = true
    if (isCallable(done)) sandbox.later(`${this.path} setData callback`, () => done.call(this.instance))
  }

  private account(changes: Dictionary, bytes: number, reporter: Reporter, measurements: Measurements): void {
    measurements.setData(this.page.path, bytes)
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) reporter.report.warnings.push(`${this.path}: setData "${key}" is undefined`)
    }
    if (bytes > weChatLimits.setDataBytes) {
      reporter.fail(
        `${this.path} setData`,
        `${String(bytes)} bytes in one call, WeChat takes ${String(weChatLimits.setDataBytes)}`,
      )
    }
  }

  private hostMembers(): Dictionary {
    const components = (): ComponentUnit[] => {
      this.environment.refresh(this.page)
      return [...this.page.components.values()]
    }
    const nothing: Callable = () => undefined
    const chain: Dictionary = { relativeTo: () => chain, relativeToViewport: () => chain, observe: nothing, disconnect: nothing }
    return {
      setData: (patch: unknown, done: unknown) => {
        this.setData(patch, done)
      },
      selectComponent: (selector: unknown) =>
        components().find(({ node }) => node && `#${String(attribute(node, 'id'))}` === selector)?.instance ?? null,
      selectAllComponents: () => components().map((component) => component.instance),
      createSelectorQuery: () => this.environment.selectorQuery(this.page),
      createIntersectionObserver: () => chain,
      getOpenerEventChannel: () => ({ on: nothing, once: nothing, off: nothing, emit: nothing }),
      getTabBar: () => null,
      getPageId: () => `page:${this.page.path}`,
    }
  }
}

/** A page on (or kept beside) the stack. */
export class PageUnit extends Unit {
  readonly components = new Map<string, ComponentUnit>()
  /** What people have typed or chosen and the data do not know yet, by element key. */
  readonly typed = new Map<string, { value: unknown; over: unknown }>()
  tree: ViewElement | null = null
  isStale = true
  isUnloaded = false

  constructor(path: string, unitDefinition: UnitDefinition, environment: UnitEnvironment, options: Record<string, string>) {
    super(path, unitDefinition, environment)
    Object.assign(this.instance, { route: path, __route__: path, options: environment.sandbox.convert(options) })
  }

  override get page(): this {
    return this
  }
}

/** A custom component in a page's tree. */
export class ComponentUnit extends Unit {
  node: ViewElement | null = null
  private readonly received = new Map<string, string>()

  constructor(
    path: string,
    unitDefinition: UnitDefinition,
    environment: UnitEnvironment,
    override readonly page: PageUnit,
  ) {
    super(path, unitDefinition, environment)
    this.instance.triggerEvent = (name: unknown, detail: unknown) => {
      if (this.node) environment.fire(this.node, String(name).toLowerCase(), detail, false)
    }
  }

  /** Takes over the properties that have changed in the parent's template, and runs their observers. */
  receive(attrs: Dictionary): void {
    for (const [name, declared] of Object.entries(asDictionary(this.unitDefinition.definition.properties))) {
      const value = attrs[name]
      const json = JSON.stringify(value) as string | undefined
      if (json === undefined || this.received.get(name) === json) continue
      this.received.set(name, json)
      const before = this.data[name]
      this.data[name] = this.environment.sandbox.parse(json)
      const { observer } = asDictionary(declared)
      if (isCallable(observer)) {
        this.environment.reporter.guard(`${this.path} observer of ${name}`, () =>
          observer.call(this.instance, this.data[name], before),
        )
      }
    }
  }
}
