import { homeScript, withSampleApp } from './testing/running'

const message = (pattern: RegExp): string => expect.stringMatching(pattern) as string

test('eval and new Function throw, and are noted even when the package caught it', () =>
  withSampleApp(
    async (app) => {
      await app.settle()
      expect(app.report.blockedCalls).toEqual(['new Function()', 'eval()', 'Function()', 'eval()'])
      expect(app.report.errors).toEqual([{ where: 'pages/home/index onLoad', message: message(/eval\(\) is blocked in WeChat/) }])
    },
    homeScript(`onLoad() {
      try { new Function('return 1')() } catch (error) {}
      try { (0, eval)('1') } catch (error) {}
      try { (() => {}).constructor('return 1') } catch (error) {}
      eval('1')
    }`),
  ))

test('there is no browser and no Node around the package', () =>
  withSampleApp(
    async (app) => {
      await app.settle()
      expect(app.text()).toBe('undefined')
    },
    homeScript(`onLoad() {
      const kinds = [typeof window, typeof document, typeof fetch, typeof URL, typeof process, typeof XMLHttpRequest, typeof crypto]
      this.setData({ said: [...new Set(kinds)].join() })
    }`),
  ))

test('a handler the page does not have is reported', () =>
  withSampleApp(async (app) => {
    await app.tap('#lost')
    expect(app.report.errors).toEqual([
      { where: 'pages/home/index noSuchMethod', message: message(/has no method "noSuchMethod"/) },
    ])
  }))

test('a thrown error is reported, told to App.onError, and does not stop the run', () =>
  withSampleApp(
    async (app) => {
      await app.tap('#go')
      expect(app.report.errors.map(({ where }) => where)).toEqual(['pages/home/index go'])
      expect(app.stored('seen')).toMatch(/broken/)
    },
    {
      ...homeScript("go() { throw new Error('broken') }", '<button id="go" bindtap="go">走</button>'),
      'app.js': "App({ onError(message) { wx.setStorageSync('seen', message) } })",
    },
  ))

test('a rejection nobody handled is reported, and jest does not see it', () =>
  withSampleApp(async (app) => {
    await app.waitFor(() => app.report.errors.length === 2)
    expect(app.report.errors.map(({ where }) => where)).toEqual(['unhandledRejection', 'unhandledRejection'])
    expect(app.report.errors.map((error) => error.message)).toEqual([message(/from async/), message(/from promise/)])
  }, homeScript("async load() { throw new Error('from async') }, onLoad() { this.load(); Promise.reject(new Error('from promise')) }")))

test('console.error is an error, console.log is kept', () =>
  withSampleApp(async (app) => {
    await app.settle()
    expect(app.report.errors).toEqual([{ where: 'console.error', message: message(/bad {"a":1}/) }])
    expect(app.report.console).toContainEqual({ level: 'log', text: 'hello' })
  }, homeScript("onLoad() { console.log('hello'); console.error('bad', { a: 1 }) }")))

test('timers stop when the run is closed', async () => {
  let count = (): number => 0
  await withSampleApp(async (app) => {
    count = () => Number(app.stored('ticks') ?? 0)
    await app.waitFor(() => count() > 1)
  }, homeScript("onLoad() { let n = 0; setInterval(() => wx.setStorageSync('ticks', ++n), 5) }"))
  const afterClose = count()
  await new Promise((resume) => setTimeout(resume, 30))
  expect(count()).toBe(afterClose)
})

test('a module of another subpackage is refused', () =>
  withSampleApp(async (app) => {
    await app.settle()
    expect(app.report.errors).toEqual([{ where: 'pages/home/index onLoad', message: message(/of subpackage packages\/slots\//) }])
  }, homeScript("onLoad() { require('../../packages/slots/times.js') }")))

test('a package whose app.js does not call App() cannot start', async () => {
  await expect(withSampleApp(() => Promise.resolve(), { 'app.js': '' })).rejects.toThrow('app.js did not call App()')
})
