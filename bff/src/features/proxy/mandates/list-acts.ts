import { LICENCE_TYPE_TEXT } from '@one-visit/shared/licences/rules'
import type { MandateActListDto } from '@one-visit/shared/proxy/contract'
import type { Mandate } from '../../../identity/mandate.entity'
import { AuditRecord } from '../../../platform/audit-record.entity'
import type { Reader } from '../../../platform/database'
import { isRefused, whatWasDone } from './act-words'
import type { MandateDeps, SubjectText } from './deps'

/** A month of one mandate, with every look; the rest is in the export. */
const SHOWN = 200

type Deps = Pick<MandateDeps, 'subjectWords'>

/** Everything done or tried under a mandate, newest first. */
export async function listActs(deps: Deps, read: Reader, { id }: Pick<Mandate, 'id'>): Promise<MandateActListDto> {
  const records = await read.find(AuditRecord, { where: { mandateId: id }, order: { id: 'DESC' }, take: SHOWN })
  const subjectOf = await findSubjects(deps, read, records)
  return {
    items: records.map((record) => ({
      id: record.id,
      at: record.at,
      what: whatWasDone(record),
      subject: subjectOf(record)?.what ?? null,
      refused: isRefused(record),
    })),
  }
}

/** What the acts were about, in the words of the feature whose they are; null for what nobody has words for. */
export async function findSubjects(
  { subjectWords }: Deps,
  read: Reader,
  records: readonly AuditRecord[],
): Promise<(record: AuditRecord) => SubjectText | null> {
  const ids = [...new Set(records.flatMap(({ subject }) => subject ?? []))]
  const all: ReadonlyMap<string, SubjectText>[] = []
  if (ids.length > 0) for (const words of subjectWords) all.push(await words(read, ids))
  return (record) => licenceName(record) ?? all.flatMap((words) => words.get(record.subject ?? '') ?? [])[0] ?? null
}

/** Which licence was shown stands in the record itself. */
function licenceName({ data }: AuditRecord): SubjectText | null {
  const { type = '' } = JSON.parse(data) as Record<string, string>
  const names: Readonly<Record<string, { readonly name: string }>> = LICENCE_TYPE_TEXT
  const named = names[type]
  return named ? { what: named.name, ahead: null } : null
}
