import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { homeScript, says, withSampleApp } from '../testing/running'

async function withServer(story: (host: string) => Promise<void>): Promise<void> {
  const server: Server = createServer((request, response) => {
    if (request.url === '/hang') return
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ method: request.method, url: request.url, body: Buffer.concat(chunks).toString() }))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  try {
    await story(`127.0.0.1:${String((server.address() as AddressInfo).port)}`)
  } finally {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
}

test('speaks real HTTP and is recorded', () =>
  withServer((host) =>
    withSampleApp(
      async (app) => {
        await app.waitForText(/"method":"POST"/)
        expect(JSON.parse(app.text())).toMatchObject({
          statusCode: 200,
          data: { method: 'POST', url: '/cases', body: '{"number":"A1"}' },
        })
        expect(app.report.requests).toEqual([
          expect.objectContaining({ method: 'POST', page: 'pages/home/index', status: 200, bytesOut: 15 }),
        ])
      },
      homeScript(says('request', `url: 'http://${host}/cases', method: 'POST', data: { number: 'A1' }`)),
      { allowHosts: [host] },
    ),
  ))

test('an answer may be lost on the way back', () =>
  withServer((host) =>
    withSampleApp(
      async (app) => {
        app.loseReplies(true)
        await app.tap('view')
        await app.waitForText(/request:fail net::ERR_CONNECTION_RESET/)
        expect(app.report.requests).toEqual([expect.objectContaining({ status: 200, error: 'net::ERR_CONNECTION_RESET' })])
        app.loseReplies(false)
        await app.tap('view')
        await app.waitForText(/"statusCode":200/)
      },
      homeScript(says('request', `url: 'http://${host}/cases'`).replace('onLoad', 'ask'), '<view bindtap="ask">{{said}}</view>'),
      { allowHosts: [host] },
    ),
  ))

test('a host may be somewhere else, and keeps its name', () =>
  withServer((host) =>
    withSampleApp(
      async (app) => {
        await app.waitForText(/"url":"\/cases"/)
        expect(app.report.requests).toEqual([expect.objectContaining({ url: 'http://counter.test:8080/cases', status: 200 })])
        expect(app.report.errors).toEqual([])
      },
      homeScript(says('request', "url: 'http://counter.test:8080/cases'")),
      { allowHosts: ['counter.test:8080'], connectTo: { 'counter.test:8080': host } },
    ),
  ))

test.each(['https://elsewhere.test/a', 'http://127.0.0.1:1/a'])('refuses %s, which is not in the domain list', (url) =>
  withSampleApp(
    async (app) => {
      await app.waitForText(/url not in domain list/)
      expect(app.report.errors).toEqual([expect.objectContaining({ where: 'wx.request' })])
    },
    homeScript(says('request', `url: '${url}'`)),
  ),
)

test('fails while the network is off, also for a request under way, and listeners hear of it', () =>
  withServer((host) =>
    withSampleApp(
      async (app) => {
        await app.waitFor(() => app.report.requests.length === 1)
        app.setNetwork('none')
        await app.waitForText('none request:fail net::ERR_INTERNET_DISCONNECTED')
        await app.tap('#again')
        await app.waitForText('none again request:fail net::ERR_INTERNET_DISCONNECTED')
        app.setNetwork('4g')
        await app.waitForText(/^4g/)
        expect(app.report.errors).toEqual([])
      },
      homeScript(
        `onLoad() {
          wx.onNetworkStatusChange(({ networkType }) => this.setData({ network: networkType }))
          setTimeout(() => this.ask(''), 150)
        },
        ask(word) { wx.request({ url: 'http://${host}/hang', fail: ({ errMsg }) => this.setData({ said: word + errMsg }) }) },
        again() { this.ask('again ') }`,
        '<view id="again" bindtap="again">{{network}} {{said}}</view>',
      ),
      { allowHosts: [host] },
    ),
  ))

test('can be aborted and can time out', () =>
  withServer((host) =>
    withSampleApp(
      async (app) => {
        await app.waitForText('request:fail abort request:fail timeout')
      },
      homeScript(
        `onLoad() {
          const fail = (name) => ({ errMsg }) => this.setData({ [name]: errMsg })
          wx.request({ url: 'http://${host}/hang', fail: fail('first') }).abort()
          wx.request({ url: 'http://${host}/hang', timeout: 10, fail: fail('second') })
        }`,
        '<view>{{first}} {{second}}</view>',
      ),
      { allowHosts: [host] },
    ),
  ))

test('knows no PATCH, as WeChat', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText(/method PATCH is not supported/)
    },
    homeScript(says('request', "url: 'https://a.test/', method: 'PATCH'")),
    { allowHosts: ['a.test'] },
  ))
