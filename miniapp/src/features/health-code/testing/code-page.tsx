import { act, screen } from '@testing-library/react'
import { fakeBff } from '../../../../test/fake-bff'
import { renderPage } from '../../../../test/render-page'
import HealthCodePage from '../pages/code/index'
import { aCode, aFamily, inSeconds, NOW, verified } from './codes'

export const CODE = 'GET /v1/health-codes/:person'
export const TOKEN = 'POST /v1/health-codes/:person/token'

export const qr = () => screen.queryByRole('img', { name: /^健康码二维码/ })

export const open = (query: Record<string, string> = {}) => renderPage(<HealthCodePage />, { signedIn: verified, query })

/** Second by second: what is drawn in between starts timers of its own. */
export async function pass(ms: number): Promise<void> {
  for (let left = ms; left >= 0; left -= 1_000) await act(() => jest.advanceTimersByTimeAsync(Math.min(left, 1_000)))
}

/** For the top of a test file: a family, a green code of one's own, and time that passes when the test says so. */
export function prepareCodePage(): void {
  beforeEach(() => {
    jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] })
    fakeBff.replies('GET /v1/family', aFamily())
    fakeBff.replies(CODE, aCode())
    fakeBff.replies(TOKEN, { value: 'OV1H:SECOND', expiresAt: inSeconds(105) })
  })
  afterEach(() => {
    jest.useRealTimers()
  })
}
