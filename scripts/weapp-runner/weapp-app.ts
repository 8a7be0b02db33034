import { setTimeout as sleep } from 'node:timers/promises'
import type { Answers } from './answers'
import type { Dictionary } from './dynamic'
import { changeTo, typeInto } from './events/input'
import { tap } from './events/tap'
import type { PageUnit } from './logic-layer/unit'
import type { PageSummary, SetDataBudget } from './measurements'
import type { Report } from './report'
import type { Runtime } from './runtime'
import { findByRole, findByText, getByRole, getByTarget, getByText, type RoleOptions, type TextMatch } from './view-layer/find'
import { selectAll } from './view-layer/selectors'
import { textOf, type ViewElement } from './view-layer/tree'
import type { NetworkType } from './wx/device'
import type { NavigationKind } from './wx/navigation'

const POLL_MS = 10
const DEFAULT_WAIT_MS = 8000

/** An element, or where to find it: a selector ("#book", "form .name"), or else text it contains. */
export type Target = string | ViewElement

/** A package that runs: what a person sees and does, and what a test may switch around it. */
export class WeappApp {
  constructor(private readonly runtime: Runtime) {}

  get report(): Report {
    return this.runtime.reporter.report
  }

  /** Answers of the person outside the page (dialogues, scanner, sign-in codes); change them at any time. */
  get answers(): Answers {
    return this.runtime.answers
  }

  /** Paths of the pages on the stack, the shown one last. */
  get stack(): string[] {
    return this.runtime.navigation.pages.map((page) => page.path)
  }

  /** Data of the shown page, as the templates see them. */
  get data(): Dictionary {
    return this.page.data
  }

  /** What wx storage holds under that key; undefined when there is nothing. */
  stored(key: string): unknown {
    return this.runtime.storage.read(key)
  }

  /** Everything in wx storage, for starting the app again as on the same phone. */
  storage(): Dictionary {
    return this.runtime.storage.readAll()
  }

  /** The shown page's tree, up to date. */
  view(): ViewElement {
    return this.runtime.refresh(this.page)
  }

  /** All text of the shown page. */
  text(): string {
    return textOf(this.view())
  }

  findAll(selector: string): ViewElement[] {
    return selectAll(this.view(), selector)
  }

  getByRole(role: string, options: RoleOptions = {}): ViewElement {
    return getByRole(this.view(), role, options)
  }

  findAllByRole(role: string, options: RoleOptions = {}): ViewElement[] {
    return findByRole(this.view(), role, options)
  }

  getByText(text: TextMatch): ViewElement {
    return getByText(this.view(), text)
  }

  findAllByText(text: TextMatch): ViewElement[] {
    return findByText(this.view(), text)
  }

  /** Opens a page and waits until it is quiet. Rejects where WeChat refuses. */
  async open(url: string, how?: NavigationKind): Promise<void> {
    const page = url.replace(/^\//, '').split('?')[0] ?? ''
    await this.runtime.navigation.open(
      `/${url.replace(/^\//, '')}`,
      how ?? (this.runtime.files.isTab(page) ? 'switchTab' : 'navigateTo'),
    )
    await this.settle()
  }

  async back(delta = 1): Promise<void> {
    this.runtime.navigation.back(delta)
    await this.settle()
  }

  async pullDownRefresh(): Promise<void> {
    this.page.lifetime('onPullDownRefresh')
    await this.settle()
  }

  async tap(target: Target): Promise<void> {
    const { dispatcher, gesture, openTypes } = this.runtime
    const follow = (openType: string, url: string): void => {
      this.follow(openType, url)
    }
    tap(this.page, this.view(), this.element(target), { dispatcher, gesture, openTypes, follow })
    await this.settle()
  }

  /** Types a text into a field. */
  async input(target: Target, text: string): Promise<void> {
    typeInto(this.page, this.element(target), text, this.runtime.dispatcher)
    await this.settle()
  }

  /** Gives a picker, slider or the like a new value. */
  async change(target: Target, value: unknown): Promise<void> {
    changeTo(this.page, this.element(target), value, this.runtime.dispatcher)
    await this.settle()
  }

  /** Fires any other event at an element. */
  async fire(target: Target, type: string, detail: unknown = {}): Promise<void> {
    this.runtime.dispatcher.fire(this.element(target), type, detail)
    await this.settle()
  }

  setNetwork(network: NetworkType): void {
    this.runtime.device.setNetwork(network)
  }

  /** While on, requests reach the server and change what they change, but the package never hears its answers. */
  loseReplies(on: boolean): void {
    this.runtime.device.losesReplies = on
  }

  /** Font size setting of the phone; apps read it when they are shown. */
  setFontSize(size: number): void {
    this.runtime.device.fontSize = size
  }

  /** The clock of the phone was moved on: timers that became due run, and the page is quiet again. What comes of it is no first screen. */
  async catchUp(): Promise<void> {
    this.runtime.measurements.touched(this.page.path)
    this.runtime.sandbox.catchUp()
    await this.settle()
  }

  /** Tries `check` until it neither throws nor gives false; rejects with its last error. */
  async waitFor<T>(check: () => T, mostMs = DEFAULT_WAIT_MS): Promise<T> {
    const deadline = Date.now() + mostMs
    for (;;) {
      const isLast = Date.now() >= deadline
      try {
        const result = check()
        if (result !== false) return result
        if (isLast)
          throw new Error(`not true within ${String(mostMs)} ms on ${this.page.path}, which shows: ${this.text().slice(0, 200)}`)
      } catch (thrown) {
        if (isLast) throw thrown
      }
      await sleep(POLL_MS)
    }
  }

  /** Waits until the shown page has an element of that text. */
  waitForText(text: TextMatch, mostMs = DEFAULT_WAIT_MS): Promise<ViewElement> {
    return this.waitFor(() => this.getByText(text), mostMs)
  }

  settle(): Promise<void> {
    return this.runtime.activity.settle()
  }

  summary(): PageSummary[] {
    return this.runtime.measurements.summary()
  }

  overBudget(budget: SetDataBudget = {}): string[] {
    return this.runtime.measurements.overBudget(budget)
  }

  /** Ends the run: timers stop, nothing of the package runs any more. */
  close(): void {
    this.runtime.sandbox.close()
  }

  private get page(): PageUnit {
    const { current } = this.runtime.navigation
    if (!current) throw new Error('no page is open')
    return current
  }

  private element(target: Target): ViewElement {
    return typeof target === 'string' ? getByTarget(this.view(), target) : target
  }

  private follow(openType: string, url: string): void {
    const { navigation, reporter, activity } = this.runtime
    const kinds: Partial<Record<string, NavigationKind>> = {
      redirect: 'redirectTo',
      switchTab: 'switchTab',
      reLaunch: 'reLaunch',
    }
    if (openType === 'navigateBack') {
      navigation.back(1)
      return
    }
    const ended = activity.begin()
    const failed = (thrown: unknown): void => {
      reporter.fail(`navigator ${url}`, thrown)
    }
    void navigation
      .open(url, kinds[openType] ?? 'navigateTo')
      .catch(failed)
      .finally(ended)
  }
}
