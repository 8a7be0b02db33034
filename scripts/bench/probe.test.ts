import { createServer } from 'node:http'
import { listen } from '../../bff/src/platform/http/http-server'
import { probe } from './probe'

test('each path is asked for at its pace, and what is not a success is an error', async () => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(`${request.url} ${request.headers.authorization}`)
    response.writeHead(request.url === '/gone' ? 404 : 200, { 'content-length': 2 }).end('{}')
  })
  const { port } = await listen(server, { host: '127.0.0.1', port: 0 })
  const order = { port, tokens: ['a', 'b'], everyMs: 5, forMs: 40 }
  try {
    const probed = await probe({ ...order, paths: ['/one', '/two'] })
    expect(probed).toMatchObject([
      { path: '/one', requests: 8 },
      { path: '/two', requests: 8 },
    ])
    expect(new Set(seen)).toEqual(new Set(['/one Bearer a', '/one Bearer b', '/two Bearer a', '/two Bearer b']))
    await expect(probe({ ...order, paths: ['/gone'] })).rejects.toThrow('/gone was answered 404')
  } finally {
    server.close()
    server.closeAllConnections()
  }
})
