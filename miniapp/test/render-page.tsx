import { QueryClientProvider } from '@tanstack/react-query'
import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { SignedInDto } from '@one-visit/shared/identity/contract'
import { setElderMode } from '../src/platform/elder-mode'
import { noteArrival } from '../src/platform/lead-in'
import { OpenedPages } from '../src/platform/opened-pages'
import { agreeToPrivacy, withdrawConsent } from '../src/platform/privacy'
import { queryClient } from '../src/platform/query-client'
import { forgetSession, keepSignedIn } from '../src/platform/session'
import { dropStaffToken } from '../src/platform/staff-session'
import { fakeBff } from './fake-bff'
import { taroState } from './taro'

interface Situation {
  agreed?: boolean
  signedIn?: SignedInDto
  elder?: boolean
  query?: Record<string, string>
}

/** Renders with what the app puts around every page. Answers of `fakeBff` may be set before. */
export function renderPage(
  page: ReactNode,
  { agreed = true, signedIn, elder = false, query = {} }: Situation = {},
): RenderResult {
  taroState.query = query
  if (agreed) agreeToPrivacy()
  if (signedIn) keepSignedIn(signedIn)
  setElderMode(elder)
  return render(
    <QueryClientProvider client={queryClient}>
      <OpenedPages>{page}</OpenedPages>
    </QueryClientProvider>,
  )
}

/** A phone on which the app was never opened. */
export function startAnew(): void {
  queryClient.clear()
  withdrawConsent()
  forgetSession()
  dropStaffToken()
  noteArrival()
  fakeBff.start()
}
