import type { ZoneListDto } from '@one-visit/shared/catalogue/contract'
import { go } from '../../../platform/navigation'
import { List, ListLink } from '../../../ui/lists'
import { CATALOGUE_PAGES } from '../catalogue-pages'
import { DEPARTMENTS_DOOR, ZONES_DOOR } from '../doors'
import { useZones } from '../hooks/use-catalogue'

type Zones = ZoneListDto['items']

/** Each zone with what can be done there; and everything by department. */
export function ZoneRows({ label, zones }: { label: string; zones: Zones | undefined }) {
  return (
    <List label={label}>
      {zones?.map(({ id, name, summary }) => (
        <ListLink key={id} title={name} hint={summary} onPress={() => void go(CATALOGUE_PAGES.zone, { id })} />
      ))}
      {[...(zones === undefined ? [ZONES_DOOR] : []), DEPARTMENTS_DOOR].map(({ title, hint, page }) => (
        <ListLink key={page} title={title} hint={hint} onPress={() => void go(page)} />
      ))}
    </List>
  )
}

/** The same on the first screen; until the zones are known, the way to their page, which tells what keeps them. */
export function ZoneDoors({ label }: { label: string }) {
  return <ZoneRows label={label} zones={useZones().data?.items} />
}
