import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Database from 'better-sqlite3'
import { listen } from '../../bff/src/platform/http/http-server'
import { createBareWork } from './bare-work'
import { benchClock } from './bench-clock'
import { openKeys } from './bench-store'
import { answerParent } from './child'
import { benchPack } from './visits'

/**
 * The same answers with as little as can be between the socket and the database: node:http, prepared statements, no framework,
 * no layers; and one commit a write, as durable as the BFF's.
 */
async function main(): Promise<void> {
  const { BENCH_DATABASE: url = '', BENCH_KEYS: keys = '', BENCH_STARTED_AT: startedAt, BENCH_DEPARTMENTS = '' } = process.env
  const database = new Database(url.replace(/^sqlite:/, ''))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  const clock = benchClock(Number(startedAt))
  const work = createBareWork({ database, clock, crypto: openKeys(keys), pack: benchPack() }, BENCH_DEPARTMENTS)
  const server = createServer((request, response) => {
    const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
    const key = String(request.headers['idempotency-key'])
    const [path = '', query = ''] = (request.url ?? '').split('?')
    if (path === '/v1/session') answer(response, 200, work.session(token))
    else if (path === '/v1/licences') answer(response, 200, work.wallet(token))
    else if (path === '/v1/slots') answer(response, 200, work.slots(new URLSearchParams(query)))
    else if (path === '/v1/item-search') answer(response, 200, work.search(new URLSearchParams(query)))
    else if (path === '/v1/progress/id-card')
      void work.progress(token).then((reply) => {
        answer(response, 200, reply)
      })
    else
      void readBody(request).then((body) => {
        answer(response, 201, path === '/v1/appointments' ? work.book(token, key, body) : work.subscribe(token, key, body))
      })
  })
  const { port } = await listen(server, { host: '127.0.0.1', port: 0 })
  answerParent({ ports: () => ({ port }), cpu: () => process.cpuUsage() }, () => database.close())
}

function answer(response: ServerResponse, status: number, reply: unknown): void {
  const body = Buffer.from(JSON.stringify(reply))
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

void main()
