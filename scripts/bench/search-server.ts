import { createApp } from '../../bff/src/app'
import { createItemSearch } from '../../bff/src/features/catalogue/item-search'
import { manyItems } from '../../bff/src/features/catalogue/testing/many-items'
import { createHttpServer, listen } from '../../bff/src/platform/http/http-server'
import { benchDeps } from './bench-deps'
import { answerParent } from './child'
import type { Asked, SearchOrder } from './search'
import { benchPack } from './visits'

const MOST_FOUND = 20

/** The BFF of a county with as many items as it is told, and its search engine alone. */
async function main(): Promise<void> {
  const items = manyItems(Number(process.env['BENCH_ITEMS']))
  const began = performance.now()
  const search = createItemSearch(items)
  const builtMs = performance.now() - began
  const deps = await benchDeps({ ...benchPack(), items })
  const { port } = await listen(createHttpServer(createApp(deps).callback()), { host: '127.0.0.1', port: 0 })
  const ask = ({ queries, times }: SearchOrder): Asked =>
    Array.from({ length: times }).flatMap(() =>
      queries.map((query) => {
        const sent = performance.now()
        const found = search(query, MOST_FOUND).length
        return { ms: performance.now() - sent, found }
      }),
    )
  answerParent({ ports: () => ({ port, builtMs }), ask, cpu: () => process.cpuUsage() }, () => deps.database.close())
}

void main()
