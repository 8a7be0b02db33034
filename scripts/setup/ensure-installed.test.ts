import { callScript } from './call-script'

const isInstalled = (wanted: object, installed: object): unknown =>
  callScript('ensure-installed.mjs', 'isInstalled', wanted, installed)

test('packages of another version, or missing, are installed', () => {
  const wanted = { '': {}, 'node_modules/koa': { version: '3.3.0' } }
  expect(isInstalled(wanted, { 'node_modules/koa': { version: '3.3.0' } })).toBe(true)
  expect(isInstalled(wanted, { 'node_modules/koa': { version: '3.2.0' } })).toBe(false)
  expect(isInstalled(wanted, {})).toBe(false)
})

test('packages for other platforms and links to our own are not waited for', () => {
  const wanted = {
    bff: { version: '0.1.0' },
    'node_modules/@one-visit/bff': { link: true },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  }
  expect(isInstalled(wanted, {})).toBe(true)
})

test('an old Node is told plainly', () => {
  const requireNode = (version: string): unknown => callScript('ensure-installed.mjs', 'requireNode', version)
  expect(() => requireNode('18.20.4')).toThrow('Node 20.19 or newer is needed; this is 18.20.4')
  expect(() => requireNode('20.18.3')).toThrow('Node 20.19 or newer is needed')
  expect(requireNode('20.19.0')).toBeNull()
  expect(requireNode('24.1.0')).toBeNull()
})
