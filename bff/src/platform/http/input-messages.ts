import type { z } from 'zod'

const FORMATS: Partial<Record<string, string>> = {
  email: '请填写正确的邮箱',
  date: '请填写正确的日期',
  datetime: '请填写正确的时间',
}

const isCount = (issue: { readonly origin: string }): boolean => issue.origin === 'array' || issue.origin === 'set'

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  const least = String(issue.minimum)
  if (issue.origin === 'string') return least === '1' ? '请填写这一项' : `至少填写 ${least} 个字`
  return isCount(issue) ? `至少选 ${least} 项` : `不能小于 ${least}`
}

function tooBig(issue: z.core.$ZodIssueTooBig): string {
  const most = String(issue.maximum)
  if (issue.origin === 'string') return `最多填写 ${most} 个字`
  return isCount(issue) ? `最多选 ${most} 项` : `不能大于 ${most}`
}

/** What is wrong with a field, in plain Chinese, where the contract gives no words of its own. Never repeats what was sent. */
export function describeIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '请填写这一项' : '这一项填写的内容不对'
    case 'too_small':
      return tooSmall(issue as z.core.$ZodIssueTooSmall)
    case 'too_big':
      return tooBig(issue as z.core.$ZodIssueTooBig)
    case 'invalid_format':
      return FORMATS[String(issue['format'])] ?? '格式不正确'
    case 'invalid_value':
    case 'invalid_union':
      return '请从给出的选项中选择'
    case 'unrecognized_keys':
      return '有不认识的内容'
    default:
      return '这一项填写的内容不对'
  }
}
