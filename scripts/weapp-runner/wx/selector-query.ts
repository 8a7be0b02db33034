import type { Activity } from '../activity'
import { asDictionary, asStrings, asText, isCallable, type Callable, type Dictionary } from '../dynamic'
import type { Sandbox } from '../logic-layer/sandbox'
import type { PageUnit } from '../logic-layer/unit'
import type { Measurements } from '../measurements'
import type { Reporter } from '../report'
import { selectAll } from '../view-layer/selectors'
import { datasetOf, type ViewElement } from '../view-layer/tree'
import { makeCanvas } from './canvas'

export interface QueryTools {
  sandbox: Sandbox
  reporter: Reporter
  activity: Activity
  measurements: Measurements
  refresh: (page: PageUnit) => ViewElement
}

/** There is no layout here: every element says it is this big. */
const BOX = { left: 0, top: 0, right: 300, bottom: 150, width: 300, height: 150, scrollTop: 0, scrollLeft: 0 }

function describe(element: ViewElement, fields: Dictionary, page: PageUnit, tools: QueryTools): Dictionary {
  const properties = asStrings(fields.properties).map((name): [string, unknown] => [name, element.attrs[name]])
  const described = { id: asText(element.attrs.id), dataset: datasetOf(element), ...BOX, ...Object.fromEntries(properties) }
  const node =
    fields.node === true
      ? {
          node: makeCanvas(() => {
            drew(page, tools)
          }),
        }
      : {}
  return Object.assign(asDictionary(tools.sandbox.clone(described)), node)
}

function drew(page: PageUnit, { activity, measurements }: QueryTools): void {
  activity.touch()
  measurements.drew(page.path)
}

/** wx.createSelectorQuery for one page: finds elements, but their sizes are invented. */
export function makeSelectorQuery(page: PageUnit, tools: QueryTools): Dictionary {
  const steps: { read: () => unknown; done: unknown }[] = []
  const ask = (selector: string | null, isMany: boolean): Dictionary => {
    const reads =
      (preset: Dictionary | null): Callable =>
      (first, second) => {
        const [fields, done] = preset ? [preset, first] : [asDictionary(first), second]
        const read = (): unknown => {
          const root = tools.refresh(page)
          const found = selector === null ? [root] : selectAll(root, selector)
          const described = (isMany ? found : found.slice(0, 1)).map((element) => describe(element, fields, page, tools))
          return isMany ? tools.sandbox.convert(described) : (described[0] ?? null)
        }
        steps.push({ read, done })
        return query
      }
    return {
      boundingClientRect: reads({}),
      scrollOffset: reads({}),
      context: reads({}),
      node: reads({ node: true }),
      fields: reads(null),
    }
  }
  const query: Dictionary = {
    in: () => query,
    select: (selector: unknown) => ask(asText(selector), false),
    selectAll: (selector: unknown) => ask(asText(selector), true),
    selectViewport: () => ask(null, false),
    exec: (done: unknown) => {
      execute(steps, done, tools)
      return query
    },
  }
  return query
}

function execute(steps: readonly { read: () => unknown; done: unknown }[], done: unknown, tools: QueryTools): void {
  const ended = tools.activity.begin()
  tools.sandbox.later('selectorQuery', () => {
    const results = steps.map((step) => {
      const result = step.read()
      const { done: own } = step
      if (isCallable(own)) tools.reporter.guard('selectorQuery', () => own(result))
      return result
    })
    if (isCallable(done)) tools.reporter.guard('selectorQuery', () => done(results))
    ended()
  })
}
