import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { checkByAxe } from '../../journeys/support/axe'
import { launchBrowser } from '../../browser/launch-browser'
import { type Issuer, LICENCE, startIssuer } from '../testing/issuer'

let browser: Browser
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'verify-licence-page-'))
  const build = path.resolve(__dirname, '../build-page.mjs')
  await promisify(execFile)(process.execPath, [build, path.join(folder, 'page.html')])
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

let context: BrowserContext
let page: Page
let asked: string[]
beforeEach(async () => {
  context = await browser.newContext()
  page = await context.newPage()
  asked = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(pathToFileURL(path.join(folder, 'page.html')).href)
})
afterEach(() => context.close())

/** An installation whose clock is the browser's. */
function issuerNow(cryptoSuite: 'aes' | 'guomi'): Issuer {
  const issuer = startIssuer(cryptoSuite)
  issuer.clock.advance(Date.now() - issuer.clock.now().getTime())
  return issuer
}

const asFile = (value: unknown) => ({
  name: 'document.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(value)),
})

async function load(issuer: Issuer, revoked: readonly number[] = []): Promise<void> {
  await page.getByLabel('公钥文件').setInputFiles(asFile(issuer.keys()))
  await page.getByLabel('注销名单文件').setInputFiles(asFile(issuer.status(revoked)))
  await page.getByText('公钥 1 把。注销名单做于').waitFor()
}

async function verify(code: string): Promise<string> {
  await page.getByLabel('扫到的码').fill(code)
  await page.evaluate(() => document.getElementById('result')?.replaceChildren())
  await page.getByRole('button', { name: '查验', exact: true }).click()
  await page.getByRole('status').getByRole('heading').waitFor()
  return page.getByRole('status').innerText()
}

test.each(['aes', 'guomi'] as const)('from files alone, nothing is asked over the network (%s)', async (cryptoSuite) => {
  const issuer = issuerNow(cryptoSuite)
  const { text } = issuer.signer.signOfflineLicence(LICENCE, 60)
  await load(issuer)
  expect(await verify(text)).toMatch(/✔ 有效\s+证照\s+机动车驾驶证\s+姓名\s+刘桂英\s+准驾车型\s+C1/)
  expect(await checkByAxe(page, false)).toEqual([])
  await page.reload()
  expect(await verify(text)).toMatch(/不能采信\s+这个码已经在这里查验过一次/)
  expect(await verify(text.slice(0, -1) + (text.endsWith('0') ? '1' : '0'))).toMatch(/不能采信/)
  await load(issuer, [12])
  expect(await verify(text)).toMatch(/已经注销/)
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
})

test('a name in a code is shown as text, whatever it looks like', async () => {
  const issuer = issuerNow('aes')
  const fields = [['name', '<img src=x onerror=document.title=1>']] as const
  await load(issuer)
  expect(await verify(issuer.signer.signOfflineLicence({ ...LICENCE, fields }, 60).text)).toMatch(/<img src=x/)
  expect(await page.title()).toBe('证照离线查验')
})

test('a file that is none is told', async () => {
  await page.getByLabel('公钥文件').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('<html>') })
  await page.getByText('这个文件读不出来').waitFor()
})

describe('with an address', () => {
  let server: Server
  let issuer: Issuer
  beforeEach(async () => {
    issuer = issuerNow('aes')
    server = createServer((request, response) => {
      response.setHeader('access-control-allow-origin', '*')
      response.end(JSON.stringify(request.url === '/.well-known/jwks.json' ? issuer.keys() : issuer.status([12])))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await page.getByLabel('服务网址').fill(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })
  afterEach(() => server.close())

  test('the list is fetched before a code is judged, and the code stays here', async () => {
    const { text } = issuer.signer.signOfflineLicence(LICENCE, 60)
    expect(await verify(text)).toMatch(/已经注销/)
    const paths = asked.filter((url) => url.startsWith('http')).map((url) => new URL(url).pathname)
    expect(paths.sort()).toEqual(['/.well-known/jwks.json', '/.well-known/licence-status.json'])
  })

  test('without a signal what was loaded before decides', async () => {
    await load(issuer)
    await context.setOffline(true)
    expect(await verify(issuer.signer.signOfflineLicence(LICENCE, 60).text)).toMatch(/✔ 有效/)
  })
})
