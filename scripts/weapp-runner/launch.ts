import { asDictionary, callIfPresent } from './dynamic'
import type { LaunchOptions } from './options'
import { Runtime } from './runtime'
import { WeappApp } from './weapp-app'

function startApp(runtime: Runtime): void {
  const { sandbox, modules, reporter, navigation } = runtime
  const app = asDictionary(sandbox.convert({ globalData: {} }))
  Object.assign(sandbox.globals, {
    wx: runtime.wx,
    getApp: () => app,
    getCurrentPages: () => sandbox.convert(navigation.pages.map((page) => page.instance)),
  })
  modules.load('app.js', 'app.js')
  if (!modules.app.definition) throw new Error('app.js did not call App()')
  Object.assign(app, modules.app.definition)
  reporter.tellApp(app)
  const launched = callIfPresent(runtime.wx, 'getLaunchOptionsSync')
  for (const lifetime of ['onLaunch', 'onShow']) reporter.guard(`App.${lifetime}`, () => callIfPresent(app, lifetime, launched))
}

/**
 * Starts a built WeChat package without WeChat and opens its first page. Errors of the package are collected in
 * `app.report.errors`; a package that cannot start at all rejects. Call `app.close()` at the end.
 */
export async function launch(options: LaunchOptions): Promise<WeappApp> {
  const runtime = new Runtime(options)
  try {
    startApp(runtime)
    const query = Object.entries(options.query ?? {}).map((pair) => pair.join('='))
    await runtime.navigation.open(`/${runtime.startPage}${query.length > 0 ? `?${query.join('&')}` : ''}`, 'reLaunch')
    await runtime.activity.settle()
  } catch (thrown) {
    runtime.sandbox.close()
    throw thrown
  }
  return new WeappApp(runtime)
}
