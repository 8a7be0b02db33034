import { CASE_STATUS_TEXT, type CaseStatus } from '@one-visit/shared/progress/rules'
import { Tag, type TagKind } from '../../../ui/tag'

const KINDS: Readonly<Record<CaseStatus, TagKind>> = {
  received: 'active',
  accepted: 'active',
  in_review: 'active',
  correction_needed: 'warning',
  decided: 'success',
  ready: 'success',
  delivered: 'success',
  rejected: 'danger',
  withdrawn: 'quiet',
}

/** Word, and the kind that gives it a shape and a colour. */
export function describeStatus(status: CaseStatus): { kind: TagKind; text: string } {
  return { kind: KINDS[status], text: CASE_STATUS_TEXT[status].title }
}

export function StatusTag({ status }: { status: CaseStatus }) {
  const { kind, text } = describeStatus(status)
  return <Tag kind={kind}>{text}</Tag>
}
