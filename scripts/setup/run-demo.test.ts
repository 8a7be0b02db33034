import { createServer, type AddressInfo } from 'node:net'
import { callScript } from './call-script'

test('--port is the only option', () => {
  const parsePort = (...args: string[]): unknown => callScript('run-demo.mjs', 'parsePort', args)
  expect(parsePort()).toBe(8080)
  expect(parsePort('--port', '9000')).toBe(9000)
  for (const args of [['--port', 'x'], ['--port', '70000'], ['--prot', '1'], ['9000']]) {
    expect(() => parsePort(...args)).toThrow('The only option is --port <number>')
  }
})

test('a port in use is passed over', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  expect(callScript('ports.mjs', 'findFreePort', port)).toBeGreaterThan(port)
  await new Promise((resolve) => server.close(resolve))
})
