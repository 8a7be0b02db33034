import type { Comparison } from './compare-items'
import type { Outcome } from './import-items'
import type { Mistake } from './read-items'

/** What somebody of the county reads before and after an import, a line for each item or mistake. */
export function describeOutcome({ comparison, mistakes, unused, written }: Outcome): string {
  const lines = [
    ...(unused.length > 0 ? [`没有用到的列：${unused.join('、')}`] : []),
    ...(comparison ? describeComparison(comparison) : mistakes.map(describeMistake)),
    '',
    comparison ? totals(comparison) : `一共 ${mistakes.length} 处要改，什么都没有写入。`,
    ...(comparison ? [written ? WRITTEN : NOT_WRITTEN] : []),
  ]
  return `${lines.join('\n')}\n`
}

const WRITTEN = '已经写入，原来的清单留在旁边，可以用 --back 退回。正在运行的服务重新启动后生效。'
const NOT_WRITTEN = '这是预览，什么都没有写入。要写入请加 --apply。'

function describeComparison({ added, removed, changed, reordered }: Comparison): string[] {
  return [
    ...added.map(({ id, name }) => `新增  ${id}  ${name}`),
    ...changed.map(({ item: { id, name }, headings }) => `修改  ${id}  ${name}：${headings.join('、')}`),
    ...removed.map(({ id, name }) => `删除  ${id}  ${name}`),
    ...(reordered ? ['顺序和原来不一样'] : []),
  ]
}

const totals = ({ added, removed, changed, unchanged }: Comparison): string =>
  `新增 ${added.length} 项，修改 ${changed.length} 项，删除 ${removed.length} 项，不变 ${unchanged} 项。`

const describeMistake = ({ row, heading, says }: Mistake): string =>
  `${row === null ? '整张表' : `第 ${row} 行`}${heading === null ? '' : `「${heading}」`}：${says}`
