import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { get as httpGet } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { startTestApp, type TestApp } from './http-test-app'
import { loadStaticFiles } from './static-files'

const INLINE = 'document.documentElement.dataset.ready = "1"'
const PAGE = `<!doctype html><script>${INLINE}</script><script src="/js/app.0a1b2c3d.js"></script>`
const SCRIPT = `console.log(${JSON.stringify('x'.repeat(5000))})`

let folder: string
let app: TestApp
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'one-visit-site-'))
  const site = path.join(folder, 'site')
  await mkdir(path.join(site, 'js'), { recursive: true })
  await mkdir(path.join(site, '.git'))
  await writeFile(path.join(folder, 'secret.txt'), 'secret')
  await writeFile(path.join(site, '.git', 'config.txt'), 'secret')
  await symlink(path.join(folder, 'secret.txt'), path.join(site, 'link.txt'))
  await writeFile(path.join(site, 'index.html'), PAGE)
  await writeFile(path.join(site, 'js', 'app.0a1b2c3d.js'), SCRIPT)
  await writeFile(path.join(site, 'js', 'app.0a1b2c3d.js.gz'), 'made by the build')
  await writeFile(path.join(site, 'js', 'app.0a1b2c3d.js.map'), '{}')
  await writeFile(path.join(site, 'logo.png'), Buffer.alloc(5000))
  app = await startTestApp({ publicFiles: await loadStaticFiles(site) })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

/** Sends the path as it stands: fetch would tidy `..` away. */
function raw(
  rawPath: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(app.url)
    httpGet({ host: '127.0.0.1', port, path: rawPath, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
      })
    }).on('error', reject)
  })
}

test('the page is asked about again each time, under a policy that names its inline script by hash', async () => {
  const response = await app.fetch('/')
  expect(await response.text()).toBe(PAGE)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-cache')
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain(`script-src 'self' 'sha256-${createHash('sha256').update(INLINE).digest('base64')}';`)
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
})

test('an address of the app that a person opens gets the page; data, scripts and unknown endpoints do not', async () => {
  const accept = { accept: 'text/html,*/*' }
  expect((await raw('/pages/me/index', accept)).body.toString()).toBe(PAGE)
  for (const [one, headers] of [
    ['/pages/me/index', {}],
    ['/js/gone.00000000.js', accept],
    ['/v1/gone', accept],
  ] as const) {
    expect((await raw(one, headers)).status).toBe(404)
  }
  expect((await app.fetch('/', { method: 'POST' })).status).toBe(404)
})

test('a file with a hash in its name is kept for good; another is not', async () => {
  expect((await raw('/js/app.0a1b2c3d.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await raw('/logo.png')).headers['cache-control']).toBe('no-cache')
})

test('text is compressed as the caller can read it, each form with its own tag', async () => {
  const plain = await raw('/js/app.0a1b2c3d.js', { 'accept-encoding': 'identity' })
  const brotli = await raw('/js/app.0a1b2c3d.js', { 'accept-encoding': 'gzip, br' })
  expect(plain.body.toString()).toBe(SCRIPT)
  expect(plain.headers).toMatchObject({ vary: 'Accept-Encoding' })
  expect([brotli.headers['content-encoding'], brotliDecompressSync(brotli.body).toString()]).toEqual(['br', SCRIPT])
  expect(brotli.headers['etag']).not.toBe(plain.headers['etag'])
  expect((await raw('/logo.png', { 'accept-encoding': 'gzip, br' })).headers['content-encoding']).toBeUndefined()
})

test('a file the build has compressed already is sent as it is', async () => {
  expect((await raw('/js/app.0a1b2c3d.js', { 'accept-encoding': 'gzip' })).body.toString()).toBe('made by the build')
  expect(() => gunzipSync(Buffer.from('made by the build'))).toThrow()
})

test('what the caller has already is not sent again', async () => {
  const first = await raw('/logo.png')
  const again = await raw('/logo.png', { 'if-none-match': String(first.headers['etag']) })
  expect([again.status, again.body.length]).toEqual([304, 0])
})

test.each([
  '/../secret.txt',
  '/js/../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/..\\secret.txt',
  '//secret.txt',
  '/link.txt',
  '/.git/config.txt',
  '/js/app.0a1b2c3d.js.map',
  '/js/app.0a1b2c3d.js.gz',
  '/js',
  '/%00',
  '/%ff',
])('%s leads nowhere', async (address) => {
  const response = await raw(address)
  expect(response.status).toBe(404)
  expect(response.body.toString()).not.toContain('"secret')
})
