import type { WeappApp } from '../../weapp-runner'
import { nameOf, roleOf } from '../../weapp-runner/view-layer/roles'

const tapped = (app: WeappApp) => app.findAll('view').filter(({ attrs }) => typeof attrs['bindtap'] === 'string')

/** What is wrong with the page on top for whoever hears it: a control without a role or a name, or no control at all. */
export function unheardControls(app: WeappApp): string[] {
  const controls = tapped(app)
  if (controls.length === 0) return ['nothing can be tapped']
  return controls.filter((one) => roleOf(one) === '' || nameOf(one) === '').map(({ attrs }) => JSON.stringify(attrs))
}
