import { createHash } from 'node:crypto'
import type { BoardDto } from '@one-visit/shared/appointments/board-contract'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { openingOf } from '../../../platform/calendar/opening-of'
import type { CountyPack } from '../../../platform/county-pack'
import type { StaffPrincipal } from '../../../platform/http/principal'
import type { AppointmentDeps } from '../deps'
import { findItemGroup, itemGroupName } from '../pack-names'
import { type Office, requireOffice } from './board-policy'
import { findBoardSlots } from './board-slot-store'

type BoardDeps = Pick<AppointmentDeps, 'database' | 'clock' | 'pack'>

/** An office's day as the counters see it; fresh from the database each time, so that a change by anybody shows at the next look. */
export async function viewBoard(
  deps: BoardDeps,
  staff: StaffPrincipal,
  query: { readonly office: string; readonly date: LocalDate },
): Promise<BoardDto> {
  const office = requireOffice(deps.pack, staff, query.office)
  const asOf = deps.clock.now().toISOString()
  const board = {
    office: { id: office.id, name: office.name },
    date: query.date,
    opening: officeOpening(deps.pack, office, query.date),
    groups: office.windows.map((windows) => groupOf(deps.pack, windows)),
    slots: await findBoardSlots(deps.database.read, office.id, query.date),
  }
  return { ...board, asOf, version: versionOf(board) }
}

function officeOpening(pack: CountyPack, office: Office, date: LocalDate): BoardDto['opening'] {
  const { kind, reason } = openingOf(pack, date)
  if (kind === 'open' && !office.opensOnExtraDays) return { kind: 'closed', reason: '这个网点周末和节假日休息。' }
  return { kind, reason: reason.text }
}

function groupOf(pack: CountyPack, windows: Office['windows'][number]): BoardDto['groups'][number] {
  return {
    id: windows.itemGroup,
    name: itemGroupName(pack, windows.itemGroup),
    windows: windows.open,
    spare: windows.spare,
    peoplePerWindow: findItemGroup(pack, windows.itemGroup)?.peoplePerWindow ?? 1,
  }
}

const versionOf = (board: object): string => createHash('sha256').update(JSON.stringify(board)).digest('base64url').slice(0, 22)
