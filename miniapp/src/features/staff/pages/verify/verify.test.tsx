import type { HealthCodeCheckDto } from '@one-visit/shared/health-code/contract'
import type { VerificationDto } from '@one-visit/shared/licences/contract'
import { act, screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { queryClient } from '../../../../platform/query-client'
import { renderForStaff } from '../../testing/staff'
import VerifyPage from './index'

const VERIFY = 'POST /v1/verifications'
const HEALTH = 'POST /v1/health-code-checks'
const NOW = Date.parse('2026-11-21T01:00:00.000Z')
const FIELD = '10 位出示码'

const aVerification = (overrides: Partial<VerificationDto> = {}): VerificationDto => ({
  id: '019aa3b2-7c00-7000-8000-00000000abcd',
  way: 'online',
  type: 'id_card',
  fields: [
    { key: 'name', label: '姓名', value: '陈建国' },
    { key: 'validUntil', label: '有效期至', value: '2031-05-02' },
  ],
  issuer: '茶陵县公安局',
  asOf: '2026-11-21T00:59:58.000Z',
  verifiedAt: '2026-11-21T01:00:00.000Z',
  ...overrides,
})

const aHealthCheck = (overrides: Partial<HealthCodeCheckDto> = {}): HealthCodeCheckDto => ({
  colour: 'yellow',
  name: '陈*国',
  issuedAt: '2026-11-21T00:59:45.000Z',
  expiresAt: '2026-11-21T01:00:45.000Z',
  ...overrides,
})

async function pass(ms: number): Promise<void> {
  for (let left = ms; left >= 0; left -= 1_000) await act(() => jest.advanceTimersByTimeAsync(Math.min(left, 1_000)))
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] })
  fakeBff.replies(VERIFY, aVerification())
  fakeBff.replies(HEALTH, aHealthCheck())
})
afterEach(() => {
  jest.useRealTimers()
})

/** The purpose is chosen; the page asks for the code. */
function open(role: 'clerk' | 'volunteer' = 'clerk') {
  const page = renderForStaff(<VerifyPage />, { signedIn: { role } })
  press('窗口办理业务核对身份', 'radio')
  press('下一步')
  return page
}

async function check(code: string) {
  fillIn(FIELD, code)
  press('查验')
  await pass(0)
}

test('asks why first: the code itself counts for a minute only', () => {
  renderForStaff(<VerifyPage />)
  expect(screen.queryByLabelText(FIELD)).toBeNull()
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请选择为什么查验')
  press('其他', 'radio')
  fillIn('写明为什么查验', '好')
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('2 到 60 字')
  fillIn('写明为什么查验', ' 核对年龄 ')
  press('下一步')
  expect(document.activeElement?.textContent).toBe('请对方出示')
  expect(within(screen.getByRole('list', { name: '这次查验' })).getByText('核对年龄')).toBeTruthy()
  press('修改查验原因')
  expect(screen.getByRole('radio', { name: '其他' })).toBeTruthy()
})

test.each(['clerk', 'volunteer'] as const)(
  'a %s sees the chosen fields and nothing else, announced, with the focus there',
  async (role) => {
    open(role)
    await check(' abcde-23456 ')
    expect(fakeBff.received(VERIFY)[0]?.body).toEqual({ code: 'ABCDE23456', purpose: '窗口办理业务核对身份' })
    expect(screen.getByRole('list', { name: '对方给您看的内容' }).textContent).toBe(
      '证照居民身份证姓名陈建国有效期至2031年5月2日',
    )
    expect(screen.getByRole('list', { name: '怎么核对的' }).textContent).toBe(
      '发证部门茶陵县公安局证照系统确认有效的时间11月21日 周六 上午8:59查验时间11月21日 周六 上午9:00怎么出示的联网出示',
    )
    expect(screen.getByText('查验通过').closest('[role=status]')).not.toBeNull()
    expect(document.activeElement?.textContent).toBe('查验结果')
  },
)

test.each([
  ['ａｂｃｄｅ２３４５６', 'ABCDE23456'],
  ['OV1P:00FF', 'OV1P:00FF'],
  ['OV1L:AB+-./:', 'OV1L:AB+-./:'],
])('%s, typed or from a scanner at the counter, is sent as %s', async (typed, sent) => {
  open()
  await check(typed)
  expect(fakeBff.received(VERIFY)[0]?.body).toMatchObject({ code: sent })
})

test('what cannot be a code is not sent', async () => {
  open()
  await check('12345')
  expect(screen.getByRole('alert').textContent).toContain('请填写 10 位出示码')
  expect(fakeBff.received(VERIFY)).toHaveLength(0)
})

test('the result goes away by itself, after a warning, unless the person still reads', async () => {
  open()
  await check('ABCDE23456')
  await pass(46_000)
  expect(screen.getByText(/就要收起了/)).toBeTruthy()
  press('再看 60 秒')
  await pass(50_000)
  expect(screen.getByText('陈建国')).toBeTruthy()
  await pass(11_000)
  expect(screen.queryByText('陈建国')).toBeNull()
  expect(screen.getByText('内容已收起，不留在这台设备上。')).toBeTruthy()
  expect(JSON.stringify([...taroState.storage])).not.toContain('陈建国')
})

test('with the next one the last is gone, and the purpose stays', async () => {
  open()
  await check('ABCDE23456')
  press('查验下一个')
  expect(screen.queryByText('陈建国')).toBeNull()
  expect(screen.getByLabelText<HTMLInputElement>(FIELD).value).toBe('')
  expect(document.activeElement?.textContent).toBe('请对方出示')
  await check('ZZZZZ23456')
  expect(fakeBff.received(VERIFY).at(-1)?.body).toEqual({ code: 'ZZZZZ23456', purpose: '窗口办理业务核对身份' })
})

test('nothing of a result outlives the page', async () => {
  const { unmount } = open()
  await check('ABCDE23456')
  press('查验下一个')
  unmount()
  await pass(2_000)
  const kept = queryClient
    .getMutationCache()
    .getAll()
    .map(({ state }) => state.data)
  expect(JSON.stringify(kept)).not.toContain('陈建国')
})

test('a retry after a dead network is the same check, and gives the one result', async () => {
  open()
  fakeBff.isUnreachable(VERIFY)
  await check('ABCDE23456')
  expect(screen.getByText('现在没有网络')).toBeTruthy()
  fakeBff.replies(VERIFY, aVerification())
  press('再试一次')
  await pass(0)
  expect(screen.getByText('陈建国')).toBeTruthy()
  const keys = fakeBff.received(VERIFY).map(({ headers }) => headers['Idempotency-Key'])
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

test.each([
  ['code_altered', '这个码被改动过，不能采信', /请看实体证件/],
  ['code_expired', '这个码已经过期', /再出示 60 秒/],
  ['code_not_yet_valid', '这个码的时间不对', /请核对时间/],
  ['code_unknown_key', '不是本系统签发的码', /不要采信/],
  ['presentation_unknown', '没有这个出示码', /请核对 10 位出示码/],
  ['presentation_used', '这个码已经查验过一次', /只能查验一次/],
  ['licence_revoked', '这张证照已经注销，不能采信', /联系发证部门/],
  ['licence_expired', '这张证照已经过期', /换领/],
  ['too_many_attempts', '填错的次数太多了', /改用扫码/],
  ['department_timeout', '证照系统响应太慢，没有查验成', /还没有用掉/],
  ['department_unavailable', '证照系统暂时不能用，没有查验成', /请看实体证件/],
  ['department_invalid_reply', '证照系统返回的结果有误，没有查验成', /再试一次/],
] as const)('%s: says what happened and what to do', async (code, title, next) => {
  open()
  fakeBff.refuses(VERIFY, code)
  await check('ABCDE23456')
  expect(screen.getByRole('alert').textContent).toContain(title)
  expect(screen.getByRole('alert').textContent).toMatch(next)
  expect(screen.getByLabelText(FIELD)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '再试一次' }) !== null).toBe(code.startsWith('department_'))
})

test('a health code is checked here as well: colour as word and shape, masked name, time', async () => {
  open()
  await check('OV1H:ABC')
  expect(fakeBff.received(HEALTH)[0]?.body).toEqual({ token: 'OV1H:ABC' })
  expect(fakeBff.received(VERIFY)).toHaveLength(0)
  expect(screen.getByText('黄码 · 请配合查验')).toBeTruthy()
  expect(document.querySelector('.ov-code-yellow img')?.getAttribute('src')).toContain('svg')
  expect(screen.getByText('陈*国')).toBeTruthy()
  expect(screen.getByText('生成时间 8:59:45')).toBeTruthy()
  await pass(61_000)
  expect(screen.queryByText('陈*国')).toBeNull()
})

test('a health code that was altered is refused', async () => {
  open()
  fakeBff.refuses(HEALTH, 'code_altered')
  await check('OV1H:ABC')
  expect(screen.getByRole('alert').textContent).toContain('不能采信')
  expect(screen.queryByText(/通行/)).toBeNull()
})
