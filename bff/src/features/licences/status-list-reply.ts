import type { StatusListDto } from '@one-visit/shared/licences/contract'
import { departmentUnavailable } from '../../departments/department-names'
import { PreparedReply } from '../../platform/http/prepared-reply'
import type { LicenceDeps } from './deps'
import { publishStatusList } from './publish-status-list'

/** Milliseconds in which a process answers without looking for a newer list: with the job's 30 s well under STATUS_LIST_SECONDS. */
const KEPT_MS = 5_000

/**
 * Answers with the list that was published last, written out once for many. Throws `department_unavailable` as long as there has
 * never been one and the library cannot be asked.
 */
export function statusListReplies(deps: LicenceDeps): () => Promise<PreparedReply<StatusListDto>> {
  let kept: { readonly readAt: number; readonly reply: Promise<PreparedReply<StatusListDto>> } | null = null
  return () => {
    const now = deps.clock.now().getTime()
    if (kept && now >= kept.readAt && now - kept.readAt < KEPT_MS) return kept.reply
    const reading = { readAt: now, reply: readList(deps) }
    kept = reading
    reading.reply.catch(() => {
      if (kept === reading) kept = null
    })
    return reading.reply
  }
}

async function readList(deps: LicenceDeps): Promise<PreparedReply<StatusListDto>> {
  const published = await findList(deps)
  if (published) return PreparedReply.of(published)
  // Asked before the job has run for the first time.
  await publishStatusList(deps, AbortSignal.timeout(10_000))
  const first = await findList(deps)
  if (!first) throw departmentUnavailable('licence_library')
  return PreparedReply.of(first)
}

async function findList({ database }: LicenceDeps): Promise<StatusListDto | null> {
  const [row] = await database.read.sql<{ reply: string }[]>`SELECT reply FROM licence_status_list`
  return row ? (JSON.parse(row.reply) as StatusListDto) : null
}
