import { LessThan } from 'typeorm'
import type { LicenceViewDto, LicenceViewPage } from '@one-visit/shared/licences/contract'
import { licenceFieldLabel } from '@one-visit/shared/licences/fields'
import type { LicenceType } from '@one-visit/shared/licences/rules'
import { actedBy } from '../../identity/acted-by'
import { findActorNames } from '../../identity/actor-names'
import { appendAudit } from '../../platform/audit'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Reader, Transaction } from '../../platform/database'
import type { Actor, ResidentPrincipal } from '../../platform/http/principal'
import { newId } from '../../platform/ids'
import type { LicenceDeps } from './deps'
import { LicenceView } from './licence-view.entity'

export const VIEW_PURPOSE = 'licence.view_purpose'

interface NewView {
  readonly accountId: string
  readonly at: Date
  readonly kind: LicenceViewDto['kind']
  readonly type: LicenceType
  readonly fieldKeys: readonly string[]
  /** Null when it was opened with a mandate. */
  readonly presentationId: string | null
  /** Who showed it for the holder, or opened it; null: the holder. */
  readonly actedBy: Actor | null
  /** Null when it was only shown. A volunteer who opens it looks from an office. */
  readonly seenBy: { readonly officeId: string | null; readonly staffId?: string; readonly purposeSealed?: string } | null
}

/** Writes a line of the holder's log, in the transaction in which it happens; answers with its id. */
export async function recordView(tx: Transaction, { at, fieldKeys, actedBy: by, seenBy, ...view }: NewView): Promise<string> {
  const id = newId(at)
  const actor = by && { actorKind: by.kind, actorId: by.id }
  await tx.insert(LicenceView, { id, at: at.toISOString(), fieldKeys: JSON.stringify(fieldKeys), ...view, ...actor, ...seenBy })
  return id
}

/** Why somebody looks, as it is kept. */
export function sealPurpose(crypto: Pick<FieldCrypto, 'seal'>, purpose: string): string {
  return crypto.seal(purpose, VIEW_PURPOSE)
}

type Deps = Pick<LicenceDeps, 'database' | 'crypto' | 'clock' | 'pack'>

/** One page of who looked at this person's licences, newest first. The cursor is the last id: UUIDv7 sort by time. */
export async function listViews(
  deps: Deps,
  { accountId }: ResidentPrincipal,
  page: { cursor?: string | undefined; limit: number },
): Promise<LicenceViewPage> {
  const rows = await deps.database.read.find(LicenceView, {
    where: { accountId, ...(page.cursor === undefined ? {} : { id: LessThan(page.cursor) }) },
    order: { id: 'DESC' },
    take: page.limit + 1,
  })
  const shown = rows.slice(0, page.limit)
  return {
    items: await presentViews(deps, deps.database.read, shown),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** The whole log, newest first. That it was taken is written down. */
export async function exportViews(
  deps: Deps,
  principal: ResidentPrincipal,
  requestId: string,
): Promise<{ items: LicenceViewDto[] }> {
  await deps.database.inTransaction((tx) =>
    appendAudit(tx, {
      event: 'licence_views_exported',
      ...actedBy(principal),
      requestId,
      at: deps.clock.now(),
    }),
  )
  return { items: await allViews(deps, deps.database.read, principal.accountId) }
}

/** Newest first. */
export async function allViews(deps: Pick<Deps, 'crypto' | 'pack'>, read: Reader, accountId: string): Promise<LicenceViewDto[]> {
  const rows = await read.find(LicenceView, { where: { accountId }, order: { id: 'DESC' } })
  return presentViews(deps, read, rows)
}

async function presentViews(
  deps: Pick<Deps, 'crypto' | 'pack'>,
  read: Reader,
  rows: readonly LicenceView[],
): Promise<LicenceViewDto[]> {
  const actors = rows.flatMap((row) => actorOf(row) ?? [])
  const nameOf = await findActorNames(read, deps.crypto, actors)
  return rows.map((row) => presentView(deps, row, nameOf))
}

const isFromOffice = ({ kind, staffId }: LicenceView): boolean => staffId !== null || kind === 'volunteer_view'

const actorOf = ({ actorKind: kind, actorId: id }: LicenceView): Actor | null =>
  kind === null || id === null ? null : { kind, id }

function presentView(
  { crypto, pack }: Pick<Deps, 'crypto' | 'pack'>,
  row: LicenceView,
  nameOf: (actor: Actor) => string | null,
): LicenceViewDto {
  const actor = actorOf(row)
  const office = pack.offices.find(({ id }) => id === row.officeId)
  return {
    ...{ id: row.id, at: row.at, kind: row.kind, type: row.type },
    fields: (JSON.parse(row.fieldKeys) as string[]).map((key) => licenceFieldLabel(row.type, key)),
    by: actor && { kind: actor.kind === 'volunteer' ? 'volunteer' : 'family', name: nameOf(actor) },
    // Staff of all offices, and offices that are no more, stand under the county's name.
    place: isFromOffice(row) ? (office?.name ?? pack.county.name) : null,
    purpose: row.purposeSealed === null ? null : crypto.open(row.purposeSealed, VIEW_PURPOSE),
  }
}
