import type { StaffRole } from '@one-visit/shared/kernel/endpoints'
import type { ReactNode } from 'react'
import { StaffFrame } from '../../../ui/staff-frame'
import { taskText } from '../text'

/** Administrators have nothing to do with people's papers. */
const ROLES = {
  everybody: ['volunteer', 'clerk', 'supervisor'],
  counter: ['clerk', 'supervisor'],
  volunteer: ['volunteer'],
  supervisor: ['supervisor'],
} as const satisfies Record<string, readonly StaffRole[]>

interface DeskScreenProps {
  title: string
  forWhom: keyof typeof ROLES
  children: ReactNode
}

/** The frame of a page of the proxy service. */
export function DeskScreen({ title, forWhom, children }: DeskScreenProps) {
  return (
    <StaffFrame title={title} roles={ROLES[forWhom]} usedBy={taskText.usedBy[forWhom]}>
      {children}
    </StaffFrame>
  )
}
