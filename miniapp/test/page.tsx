import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import type { ComponentType } from 'react'
import type { SessionDto } from '@one-visit/shared/identity/contract'
import { agreeToPrivacy } from '../src/platform/privacy'
import { setElderMode } from '../src/platform/elder-mode'
import { queryClient } from '../src/platform/query-client'
import { forgetSession, keepSignedIn } from '../src/platform/session'
import { dropStaffToken } from '../src/platform/staff-session'
import { bff } from './fake-bff'
import { openPages } from './fake-taro'

/** A phone on which the notice was agreed to and nobody is signed in. For `beforeEach`. */
export function startAnew(): void {
  bff.reset()
  bff.replies('GET /v1/county', { division: '430224', name: '茶陵县', phone: '12345', phoneHours: '每天 24 小时', sampleNotice: '演示数据' })
  queryClient.clear()
  forgetSession()
  dropStaffToken()
  setElderMode(false)
  agreeToPrivacy()
}

const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()

/** 王秀英, who is signed in and not yet verified unless said otherwise. */
export function aSession({ account, ...more }: Partial<Omit<SessionDto, 'account'>> & { account?: Partial<SessionDto['account']> } = {}): SessionDto {
  return {
    id: '019a0000-0000-7000-8000-000000000001',
    assurance: 1,
    stepUpUntil: null,
    idleExpiresAt: inDays(30),
    absoluteExpiresAt: inDays(180),
    account: {
      id: '019a0000-0000-7000-8000-0000000000aa',
      phone: '138****8000',
      name: null,
      residentId: null,
      realNameVerifiedAt: null,
      wechatBound: false,
      createdAt: inDays(-10),
      ...account,
    },
    ...more,
  }
}

export function signInAs(session: SessionDto): void {
  keepSignedIn({ ...session, token: 'token-1' })
}

/** Opens a page on top of `below`, at `address`. */
export function showPage(Page: ComponentType, address: string, below: readonly string[] = ['/pages/me/index']) {
  openPages([...below, address])
  return render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  )
}

export const fillIn = (label: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
export const press = (name: string | RegExp, role: 'button' | 'link' | 'switch' | 'radio' = 'button') => fireEvent.click(screen.getByRole(role, { name }))
