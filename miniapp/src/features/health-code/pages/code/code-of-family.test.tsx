import { act, screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { aCode, aFamily, inSeconds, MOTHER, NOW, verified } from '../../testing/codes'
import HealthCodePage from './index'

const CODE = 'GET /v1/health-codes/:person'
const TOKEN = 'POST /v1/health-codes/:person/token'

const qr = () => screen.queryByRole('img', { name: /^健康码二维码/ })

/** Second by second: what is drawn in between starts timers of its own. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left >= 0; left -= 1_000) await act(() => jest.advanceTimersByTimeAsync(Math.min(left, 1_000)))
}

const open = (query: Record<string, string> = {}) => renderPage(<HealthCodePage />, { signedIn: verified, query })

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] })
  fakeBff.replies('GET /v1/family', aFamily())
  fakeBff.replies(CODE, aCode())
  fakeBff.replies(TOKEN, { value: 'OV1H:SECOND', expiresAt: inSeconds(105) })
})
afterEach(() => {
  jest.useRealTimers()
})

test('family members are shown on the same screen, one tap away', async () => {
  fakeBff.replies('GET /v1/family', aFamily([{}, { id: 'waiting', name: '李*', status: 'pending' }]))
  open()
  await pass(0)
  expect(screen.getAllByRole('radio').map(({ textContent }) => textContent.replace('●', ''))).toEqual([
    '我本人',
    '王*英（父亲或母亲）',
  ])
  fakeBff.replies(CODE, aCode({ person: { ref: MOTHER, name: '王*英', relation: 'parent' } }))
  press('王*英（父亲或母亲）', 'radio')
  await pass(0)
  expect(fakeBff.received(CODE).at(-1)?.endpoint).toBe(`GET /v1/health-codes/${MOTHER}`)
  expect(qr()?.getAttribute('aria-label')).toContain('王*英')
})

test('a family member who ended it is not shown any more, not even from the copy', async () => {
  fakeBff.replies('GET /v1/family', aFamily([{}]))
  fakeBff.replies(CODE, aCode({ person: { ref: MOTHER, name: '王*英', relation: 'parent' } }))
  open({ person: MOTHER })
  await pass(1_000)
  fakeBff.refuses(CODE, 'not_found')
  await pass(61_000)
  expect(screen.getByText(/没有这个人的健康码/)).toBeTruthy()
  expect(screen.queryByText('王*英')).toBeNull()
  expect(JSON.stringify([...taroState.storage])).not.toContain('没有发现需要关注的情况')
})

test('whose binding has ended leaves the choice as well; the own code is shown, and it says so', async () => {
  fakeBff.replies('GET /v1/family', aFamily([{}]))
  fakeBff.replies(CODE, aCode({ person: { ref: MOTHER, name: '王*英', relation: 'parent' } }))
  open({ person: MOTHER })
  await pass(1_000)
  fakeBff.replies('GET /v1/family', aFamily())
  fakeBff.refuses(CODE, 'not_found')
  await pass(61_000)
  expect(screen.getByText(/那位家人已经不在您的名单里/)).toBeTruthy()
  expect(screen.queryByText(/王\*英/)).toBeNull()
  expect(screen.queryByRole('radio')).toBeNull()
})

test('somebody who was added a moment ago is shown, though the list on the phone is older', async () => {
  open().unmount()
  await pass(1_000)
  fakeBff.replies('GET /v1/family', aFamily([{}]))
  fakeBff.replies(CODE, aCode({ person: { ref: MOTHER, name: '王*英', relation: 'parent' } }))
  open({ person: MOTHER })
  await pass(1_000)
  expect(qr()?.getAttribute('aria-label')).toContain('王*英')
  expect(screen.queryByText(/那位家人已经不在您的名单里/)).toBeNull()
  expect(screen.getAllByRole('radio')).toHaveLength(2)
})
