import { createApp } from '../src/app'
import { entities } from '../src/entities'
import { migrations } from '../src/migrations'
import { openDatabase } from '../src/platform/database'
import { createHttpServer, listen } from '../src/platform/http/http-server'
import { createMetrics } from '../src/platform/http/metrics'
import { createHttpClient, type HttpClient } from './http-client'
import type { TestServer } from './test-server'

export interface OtherProcess extends HttpClient {
  close(): Promise<void>
}

/** Another BFF, with connections and memory of its own, on the same database. Close it before the server. */
export async function otherProcess({ database: { url }, deps }: Pick<TestServer, 'database' | 'deps'>): Promise<OtherProcess> {
  const database = await openDatabase({ url, entities, migrations })
  const http = createHttpServer(createApp({ ...deps, database, metrics: createMetrics() }).callback())
  const { port } = await listen(http, { host: '127.0.0.1', port: 0 })
  return {
    ...createHttpClient(`http://127.0.0.1:${port}`),
    close: async () => {
      http.close()
      http.closeAllConnections()
      await database.close()
    },
  }
}
