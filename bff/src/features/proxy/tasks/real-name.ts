import { problem } from '../../../platform/errors'
import { sensitive } from '../../../platform/sensitive'
import type { TaskDeps } from './deps'

const MISMATCH = '姓名和身份证号对不上'

/** Asks the police; throws `real_name_mismatch`, the same for a number that does not exist. `at`: where the two stand in the form. */
export async function requireRealName(
  { police }: Pick<TaskDeps, 'police'>,
  { name, residentId }: { readonly name: string; readonly residentId: string },
  at: '' | 'person.',
): Promise<void> {
  const answer = await police.verifyRealName(sensitive(name), sensitive(residentId))
  if (answer === 'match') return
  const fields = ['name', 'residentId'].map((field) => ({ path: `${at}${field}`, message: MISMATCH }))
  throw problem('real_name_mismatch', { fields })
}
