import type { StaffSignedInDto } from '@one-visit/shared/staff/contract'
import type { RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { fakeBff } from '../../../../test/fake-bff'
import { renderPage } from '../../../../test/render-page'
import { aStaffSignIn } from '../../../../test/sessions'
import { keepStaffSignedIn } from '../../../platform/staff-session'
import { PLACE, someOffices } from './board'

interface Situation {
  query?: Record<string, string>
  signedIn?: Partial<StaffSignedInDto>
}

/** A page as a clerk of the county hall sees it, for Monday 23 November unless said otherwise. */
export function renderForStaff(page: ReactNode, { query = {}, signedIn = {} }: Situation = {}): RenderResult {
  keepStaffSignedIn(aStaffSignIn(signedIn))
  fakeBff.replies('GET /v1/offices', someOffices())
  return renderPage(page, { query: { ...PLACE, ...query } })
}

/** As wide as the window at a counter; ends with `jest.restoreAllMocks`. */
export function makeWide(): void {
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }),
  })
}

export function makeNarrow(): void {
  Reflect.deleteProperty(window, 'matchMedia')
}
