import type { AddressInfo } from 'node:net'
import { answerParent } from '../bench/child'
import { createBalancer } from './balancer'

/** The balancer before the processes whose ports it is given. */
function main(): void {
  const ports = JSON.parse(process.env['DAY_PORTS'] ?? '') as number[]
  const balancer = createBalancer(ports.map((port) => ({ port, ready: true })))
  balancer.server.listen(0, '127.0.0.1', () => {
    answerParent({ port: () => (balancer.server.address() as AddressInfo).port }, () => {
      balancer.stop()
    })
  })
}

main()
