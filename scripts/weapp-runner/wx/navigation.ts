import path from 'node:path'
import { asText, type Dictionary } from '../dynamic'
import { weChatLimits } from '../limits'
import type { Modules } from '../logic-layer/modules'
import { PageUnit, type UnitEnvironment } from '../logic-layer/unit'
import type { PackageFiles } from '../package-files'
import { ApiFailure, type ApiCalls } from './calls'

export type NavigationKind = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab'

const nextTurn = (): Promise<void> => new Promise((resume) => setTimeout(resume, 0))

const queryOf = (query: string): Record<string, string> =>
  Object.fromEntries(
    query
      .split('&')
      .filter(Boolean)
      .map((pair) => {
        const [key = '', ...value] = pair.split('=')
        // WeChat hands the value over as it stands in the address, without decoding it.
        return [key, value.join('=')]
      }),
  )

/** The page stack and WeChat's rules about it. */
export class Navigation {
  private readonly stack: PageUnit[] = []
  /** Tab pages that have been opened live on while another tab is shown. */
  private readonly tabs = new Map<string, PageUnit>()

  constructor(
    private readonly files: PackageFiles,
    private readonly modules: Modules,
    private readonly environment: UnitEnvironment,
  ) {}

  get pages(): readonly PageUnit[] {
    return this.stack
  }

  get current(): PageUnit | undefined {
    return this.stack.at(-1)
  }

  get currentPath(): string {
    return this.current?.path ?? ''
  }

  /** Opens a page by its address (`/pages/a/index?x=1`). Throws ApiFailure where WeChat refuses. */
  async open(url: string, how: NavigationKind): Promise<void> {
    const [target = '', query = ''] = url.split('?')
    const page = this.resolve(target)
    this.check(page, how)
    const begin = Date.now()
    if (how === 'switchTab' && this.reuseTab(page)) return
    this.leave(how)
    const { environment } = this
    environment.measurements.opened(page)
    const opened = new PageUnit(page, this.modules.unit(page), environment, how === 'switchTab' ? {} : queryOf(query))
    this.stack.push(opened)
    if (this.files.isTab(page)) this.tabs.set(page, opened)
    opened.lifetime('onLoad', opened.instance.options)
    opened.lifetime('onShow')
    environment.refresh(opened)
    await nextTurn()
    opened.lifetime('onReady')
    environment.measurements.ready(page, Date.now() - begin)
  }

  /** Goes back `delta` pages, at most to the first. */
  back(delta: number): void {
    const steps = Math.min(Math.max(1, delta), this.stack.length - 1)
    for (let step = 0; step < steps; step += 1) this.unload(this.stack.pop())
    if (steps > 0) this.current?.lifetime('onShow')
  }

  apis(calls: ApiCalls): Dictionary {
    const goes = (how: NavigationKind): [string, unknown] => [
      how,
      calls.asynchronous(how, ({ url }) => this.go(asText(url), how)),
    ]
    return {
      ...Object.fromEntries((['navigateTo', 'redirectTo', 'reLaunch', 'switchTab'] as const).map(goes)),
      navigateBack: calls.asynchronous('navigateBack', ({ delta }) => {
        this.back(typeof delta === 'number' ? delta : 1)
      }),
    }
  }

  private async go(url: string, how: NavigationKind): Promise<void> {
    try {
      await this.open(url, how)
    } catch (thrown) {
      this.environment.reporter.report.ui.push({ api: `${how}:fail`, options: { url, message: String(thrown) } })
      this.environment.reporter.fail(`wx.${how}`, thrown)
      throw thrown
    }
  }

  private resolve(target: string): string {
    const here = this.current
    if (target.startsWith('/') || !here) return target.replace(/^\//, '')
    return path.posix.join(path.posix.dirname(here.path), target)
  }

  private check(page: string, how: NavigationKind): void {
    const isTab = this.files.isTab(page)
    if (!this.files.pages.includes(page)) throw new ApiFailure(`page "${page}" is not found`)
    if (how === 'navigateTo' && this.stack.length >= weChatLimits.pageStack) throw new ApiFailure('webview count limit exceed')
    if ((how === 'navigateTo' || how === 'redirectTo') && isTab) throw new ApiFailure(`can not ${how} a tabbar page`)
    if (how === 'switchTab' && !isTab) throw new ApiFailure('can not switch to no-tabBar page')
  }

  /** Shows a tab page that lives already; false if it has to be opened. */
  private reuseTab(page: string): boolean {
    const kept = this.tabs.get(page)
    if (!kept) return false
    const wasShown = this.current === kept
    while (this.current && this.current !== kept) this.drop()
    if (this.current !== kept) this.stack.push(kept)
    if (!wasShown) kept.lifetime('onShow')
    return true
  }

  private leave(how: NavigationKind): void {
    if (how === 'navigateTo') this.hide(this.current)
    else if (how === 'redirectTo') this.unload(this.stack.pop())
    else if (how === 'switchTab') while (this.current) this.drop()
    else {
      while (this.current) this.unload(this.stack.pop())
      for (const kept of this.tabs.values()) this.unload(kept)
    }
  }

  /** Takes the top page off for another tab: a tab page is hidden and kept, any other ends. */
  private drop(): void {
    const top = this.stack.pop()
    if (top && this.tabs.get(top.path) === top) this.hide(top)
    else this.unload(top)
  }

  private hide(page: PageUnit | undefined): void {
    if (!page) return
    this.environment.measurements.left(page.path)
    page.lifetime('onHide')
  }

  private unload(page: PageUnit | undefined): void {
    if (!page || page.isUnloaded) return
    page.lifetime('onUnload')
    for (const component of page.components.values()) component.lifetime('detached')
    page.isUnloaded = true
    if (this.tabs.get(page.path) === page) this.tabs.delete(page.path)
  }
}
