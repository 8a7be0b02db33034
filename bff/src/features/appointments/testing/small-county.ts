import path from 'node:path'
import { type CountyPack, loadCountyPack } from '../../../platform/county-pack'

const COUNTIES = path.join(__dirname, '../../../../counties')

/** 茶陵 with its hall and two townships and a few groups, so that two weeks are made in no time. `change` makes it another. */
export function smallCounty(change: (pack: CountyPack) => CountyPack = (pack) => pack): CountyPack {
  const pack = loadCountyPack(COUNTIES, '430224')
  const groups = ['household', 'medical-insurance', 'business', 'general']
  const townships = pack.offices.filter(({ id }) => id !== 'hall').slice(0, 2)
  const hall = pack.offices.filter(({ id }) => id === 'hall')
  return change({
    ...pack,
    itemGroups: pack.itemGroups.filter(({ id }) => groups.includes(id)),
    offices: [...hall, ...townships].map((office) => ({
      ...office,
      windows: office.windows.filter(({ itemGroup }) => groups.includes(itemGroup)),
    })),
  })
}

/** The same county with another number of windows open, people a window, or minutes a slot for one group. */
export function withGroup(
  pack: CountyPack,
  id: string,
  change: { readonly open?: number; readonly peoplePerWindow?: number; readonly slotMinutes?: number },
): CountyPack {
  const { open, ...ofGroup } = change
  return {
    ...pack,
    itemGroups: pack.itemGroups.map((group) => (group.id === id ? { ...group, ...ofGroup } : group)),
    offices: pack.offices.map((office) => ({
      ...office,
      windows: office.windows.map((window) => (window.itemGroup === id && open !== undefined ? { ...window, open } : window)),
    })),
  }
}
