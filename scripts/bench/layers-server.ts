import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { endpoints } from '@one-visit/shared/kernel/endpoints'
import { AddSubscriptionInput, SubscriptionDto } from '@one-visit/shared/messages/contract'
import Koa from 'koa'
import { type AppDeps, createApp } from '../../bff/src/app'
import { actFor } from '../../bff/src/identity/act-for'
import { resolvePrincipal } from '../../bff/src/identity/principal'
import { createHttpApp } from '../../bff/src/platform/http/http-app'
import { createHttpServer, listen } from '../../bff/src/platform/http/http-server'
import { feature } from '../../bff/src/platform/http/register-endpoints'
import { runOnce } from '../../bff/src/platform/idempotency'
import { benchDeps } from './bench-deps'
import { answerParent } from './child'
import type { LayerName } from './layers'

const REPLY = { template: 'case_changed', remaining: 1 } as const
const TEXT = JSON.stringify(REPLY)

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/** The requests of the bench with more and more of the BFF around an answer that is always the same. */
async function main(): Promise<void> {
  const deps = await benchDeps()
  const listeners: Record<LayerName, Listener> = {
    node: (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': TEXT.length }).end(TEXT)
    },
    koa: bareKoa(),
    http: appWith(deps, 'public'),
    principal: appWith(deps, 'resident'),
    whole: createApp(deps).callback(),
  }
  const ports: Record<string, number> = {}
  for (const [name, listener] of Object.entries(listeners)) {
    const handle = (request: IncomingMessage, response: ServerResponse): void => void listener(request, response)
    const server = name === 'node' ? createServer(handle) : createHttpServer(handle)
    ports[name] = (await listen(server, { host: '127.0.0.1', port: 0 })).port
  }
  answerParent({ ports: () => ports, cpu: () => process.cpuUsage() }, () => deps.database.close())
}

function bareKoa(): Listener {
  const app = new Koa()
  app.use((context) => {
    context.body = TEXT
    context.type = 'application/json'
  })
  return app.callback()
}

/** The whole HTTP side with endpoints that have nothing to do. */
function appWith(deps: AppDeps, access: 'public' | 'resident'): Listener {
  const { database, clock, crypto } = deps
  const table = endpoints({
    'GET /v1/session': { summary: 'nothing', access, onBehalf: 'never', reply: SubscriptionDto, limit: 'read', pii: 'personal' },
    'POST /v1/message-subscriptions': {
      ...{ summary: 'nothing', access, onBehalf: 'never', body: AddSubscriptionInput, reply: SubscriptionDto, status: 201 },
      ...{ idempotent: true, limit: 'write', pii: 'personal' },
    },
  })
  return createHttpApp({
    ...deps,
    version: '0',
    endpoints: table,
    resolvePrincipal: (token, endpoint) =>
      access === 'public' ? Promise.resolve(null) : resolvePrincipal(deps, token, endpoint),
    actFor: (actor, mandateId, call) => actFor(deps, actor, mandateId, call),
    recordAct: () => Promise.resolve(),
    runOnce: (request, work) => runOnce(database, { ...request, clock, crypto }, work),
    askDatabase: () => Promise.resolve(),
    features: [
      feature(table, {
        'GET /v1/session': () => Promise.resolve(REPLY),
        'POST /v1/message-subscriptions': ({ once }) =>
          access === 'public' ? Promise.resolve(REPLY) : once(() => Promise.resolve(REPLY)),
      }),
    ],
  }).callback()
}

void main()
