import fs from 'node:fs'
import { makeKeys, openKeys, openStore } from './bench-store'
import { startChild } from './child'
import { seedResidents } from './seed'
async function main() {
  const f = fs.mkdtempSync('/tmp/bench-scratch/x-')
  const keys = makeKeys(), url = `sqlite:${f}/a.db`
  const db = await openStore(url); const tokens = await seedResidents({ database: db, crypto: openKeys(keys) }); await db.close()
  const log = fs.openSync(`${f}/log`, 'a')
  const load = startChild('load-process.ts')
  const bff = startChild('bff-server.ts', { BENCH_DATABASE: url, BENCH_KEYS: keys }, log)
  const port = await bff.ask<number>('port')
  for (const workload of (process.argv[2] ?? 'session,progress,subscribe').split(',')) {
    const order = { port, tokens, workload, connections: 16, forMs: 1500 }
    await load.ask('run', order)
    await bff.ask('startProfile')
    const c0 = await bff.ask<any>('cpu')
    const r = await load.ask<any>('run', { ...order, forMs: 3000 })
    const c1 = await bff.ask<any>('cpu')
    const p = await bff.ask<any>('stopProfile')
    console.log('\n##', workload, r.perSecond.toFixed(0), 'rps cpu', ((c1.user+c1.system-c0.user-c0.system)/r.requests).toFixed(0))
    const byId = new Map<number, any>(p.nodes.map((n: any) => [n.id, n])); const self = new Map<number, number>()
    p.samples.forEach((id: number, i: number) => self.set(id, (self.get(id) ?? 0) + p.timeDeltas[i]))
    const key = (n: any) => `${n.callFrame.functionName}  ${n.callFrame.url.replace(/.*node_modules\//, 'nm/').replace(/.*work\/main\//, '')}:${n.callFrame.lineNumber + 1}`
    const selfBy = new Map<string, number>(), incBy = new Map<string, number>()
    const walk = (n: any, seen: Set<string>): number => {
      const k = key(n); let t = self.get(n.id) ?? 0; selfBy.set(k, (selfBy.get(k) ?? 0) + t)
      const fresh = !seen.has(k); if (fresh) seen.add(k)
      for (const c of n.children ?? []) t += walk(byId.get(c), seen)
      if (fresh) { seen.delete(k); incBy.set(k, (incBy.get(k) ?? 0) + t) }
      return t
    }
    walk(p.nodes[0], new Set())
    const show = (m: Map<string, number>, n: number, pat = /./) => [...m].filter(([k]) => pat.test(k)).sort((a, b) => b[1] - a[1]).slice(0, n).forEach(([k, t]) => console.log('  ', (t / r.requests).toFixed(1).padStart(7), k))
    console.log(' self µs/req'); show(selfBy, 45)
    console.log(' inclusive µs/req, own code + framework entry'); show(incBy, 60, /bff\/src|shared\/src|nm\/(koa|@koa|pino|prom|zod)|EntityManager/)
  }
  await bff.stop(); await load.stop(); fs.rmSync(f, { recursive: true })
}
void main()
