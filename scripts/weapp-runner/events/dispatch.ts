import { isCallable, type Dictionary } from '../dynamic'
import type { Measurements } from '../measurements'
import type { Reporter } from '../report'
import type { Sandbox } from '../logic-layer/sandbox'
import { datasetOf, type ViewElement } from '../view-layer/tree'

interface Binding {
  handler: string
  stops: boolean
}

const bindings = (element: ViewElement, type: string): Binding[] =>
  (['bind', 'bind:', 'catch', 'catch:'] as const).flatMap((prefix) => {
    const handler = element.attrs[prefix + type]
    return typeof handler === 'string' && handler !== '' ? [{ handler, stops: prefix.startsWith('catch') }] : []
  })

const describeTarget = (element: ViewElement): Dictionary => ({
  id: typeof element.attrs.id === 'string' ? element.attrs.id : '',
  dataset: datasetOf(element),
  offsetLeft: 0,
  offsetTop: 0,
})

/** Delivers events to the handlers the templates name. */
export class Dispatcher {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly reporter: Reporter,
    private readonly measurements: Measurements,
    private readonly currentPage: () => string,
  ) {}

  /** Fires an event at an element, upwards if it bubbles; returns how many handlers were named for it. */
  fire(element: ViewElement, type: string, detail: unknown = {}, bubbles = true): number {
    this.measurements.touched(this.currentPage())
    let heard = 0
    for (let here: ViewElement | null = element; here; here = bubbles ? here.parent : null) {
      const bound = bindings(here, type)
      for (const { handler } of bound) this.call(here, handler, this.event(type, detail, element, here))
      heard += bound.length
      if (bound.some(({ stops }) => stops)) break
    }
    return heard
  }

  private event(type: string, detail: unknown, target: ViewElement, current: ViewElement): unknown {
    const base = { type, timeStamp: Date.now(), touches: [], changedTouches: [], mark: {}, detail }
    return this.sandbox.clone({ ...base, target: describeTarget(target), currentTarget: describeTarget(current) })
  }

  private call({ owner }: ViewElement, handler: string, event: unknown): void {
    const method = owner.instance[handler]
    const where = `${owner.path} ${handler}`
    if (isCallable(method)) this.reporter.guard(where, () => method.call(owner.instance, event))
    else this.reporter.fail(where, `"${owner.path}" has no method "${handler}" to handle the event`)
  }
}
