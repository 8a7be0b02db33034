import type { StaffRole } from '@one-visit/shared/kernel/endpoints'
import type { ReactNode } from 'react'
import { StaffFrame } from '../../../ui/staff-frame'
import { staffText } from '../text'

const text = staffText.gate

/** Who works with visits. */
const COUNTER: readonly StaffRole[] = ['clerk', 'supervisor', 'administrator']
export const EVERYBODY: readonly StaffRole[] = ['volunteer', ...COUNTER]
export const SUPERVISORS: readonly StaffRole[] = ['supervisor', 'administrator']

interface StaffScreenProps {
  title: string
  wide?: boolean
  /** Whom the page is for; those who work with visits unless said. */
  roles?: readonly StaffRole[]
  children: ReactNode
}

/** The frame of a page about visits. */
export function StaffScreen({ roles = COUNTER, ...page }: StaffScreenProps) {
  return <StaffFrame {...page} roles={roles} usedBy={roles === SUPERVISORS ? text.supervisorsOnly : text.notForYouNext} />
}
