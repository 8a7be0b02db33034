import { screen, waitFor, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { endActing } from '../../../../platform/acting'
import { aMandate, aSlip, MANDATE_ID, mandateIs, verified, waiting } from '../../testing/proxy'
import CodePage from '../code/index'
import EndPage from '../end/index'
import MandatesPage from '../mandates/index'
import SlipPage from '../slip/index'
import MandatePage from './index'

const ANSWER = 'POST /v1/mandates/:id/answer'
const CODE = 'POST /v1/mandates/:id/code'
const END = 'DELETE /v1/mandates/:id'
const SLIP = 'GET /v1/mandates/:id/slip'
const query = { id: MANDATE_ID }
const at = (page: string) => `/features/proxy/pages/${page}/index`
const volunteer = { kind: 'volunteer', name: '刘*强', office: '下东街道便民服务中心' } as const

afterEach(() => {
  endActing()
})

describe('the lists', () => {
  test('who may act for me: what waits for an answer comes first', async () => {
    const asks = aMandate({ ...waiting, id: 'm2', actor: volunteer })
    const past = aMandate({ id: 'm3', status: 'ended', endedAt: '2026-11-21T02:00:00.000Z', ending: 'person_app' })
    fakeBff.replies('GET /v1/mandates', { given: [past, aMandate(), asks], held: [] })
    renderPage(<MandatesPage />, { signedIn: verified })
    expect(within(await screen.findByRole('list', { name: '等您答复' })).getByRole('link').textContent).toMatch(/^刘\*强/)
    const now = within(screen.getByRole('list', { name: '现在能替您办事的' })).getByRole('link')
    expect(now.textContent).toMatch(/陈\*国.*预约、改约、取消到场办事；查询办事进度.*11月28日 周六 上午8:10.*有效/)
    expect(within(screen.getByRole('list', { name: '以前的' })).getByRole('link').textContent).toContain('已结束')
    press(/^刘\*强/, 'link')
    expect(wentTo()).toBe(`${at('mandate')}?id=m2`)
  })

  test('for whom I may act: nobody yet, and how to ask', async () => {
    fakeBff.replies('GET /v1/mandates', { given: [aMandate()], held: [] })
    renderPage(<MandatesPage />, { signedIn: verified, query: { of: 'held' } })
    expect(await screen.findByText('您现在不能替别人办事')).toBeTruthy()
    press('申请替家人办事')
    expect(wentTo()).toBe(at('ask-who'))
  })
})

describe('answering', () => {
  const asked = aMandate({ ...waiting, actor: volunteer, days: 7 })
  const answer = () => renderPage(<MandatePage />, { signedIn: verified, query })

  test.each([
    ['同意', true, aMandate({ actor: volunteer }), '已同意'],
    ['不同意', false, aMandate({ ...waiting, actor: volunteer, status: 'refused' }), '没有同意'],
  ] as const)('%s: first what could be done, by whom and how long', async (button, accept, after, said) => {
    mandateIs(asked, 'given')
    answer()
    expect(await screen.findByText('刘*强想替您办事')).toBeTruthy()
    expect(screen.getByText('他是下东街道便民服务中心的志愿者。')).toBeTruthy()
    expect(screen.getByText('· 预约、改约、取消到场办事：户籍和身份证')).toBeTruthy()
    expect(screen.getByText(/从您同意起 7 天/)).toBeTruthy()
    fakeBff.replies(ANSWER, after)
    mandateIs(after, 'given')
    press(button)
    expect((await screen.findAllByText(said)).length).toBeGreaterThan(0)
    expect(fakeBff.received(ANSWER)[0]?.body).toEqual({ accept })
    expect(screen.queryByRole('button', { name: '不同意' })).toBeNull()
  })

  test('three hold already: says so, and leads to them', async () => {
    mandateIs(asked, 'given')
    fakeBff.refuses(ANSWER, 'mandate_limit_reached')
    answer()
    await screen.findByText('刘*强想替您办事')
    press('同意')
    expect(await screen.findByText('委托已满')).toBeTruthy()
    press('看谁能替我办事')
    expect(wentTo()).toBe(at('mandates'))
  })

  test('no network: says so, and the question stays', async () => {
    mandateIs(asked, 'given')
    fakeBff.isUnreachable(ANSWER)
    answer()
    await screen.findByText('刘*强想替您办事')
    press('同意')
    expect(await screen.findByText('现在没有网络')).toBeTruthy()
    expect(screen.getByRole('button', { name: '同意' })).toBeTruthy()
  })
})

describe('one mandate', () => {
  test('for who gave it: the facts, and everything done or tried', async () => {
    mandateIs(aMandate(), 'given', [
      {
        id: 'a2',
        at: '2026-11-21T02:00:00.000Z',
        what: '想出示健康码，没有让办：委托里没有这一项',
        subject: null,
        refused: true,
      },
      { id: 'a1', at: '2026-11-21T01:00:00.000Z', what: '预约办事', subject: '户籍和身份证', refused: false },
    ])
    renderPage(<MandatePage />, { signedIn: verified, query })
    const facts = await screen.findByRole('list', { name: '委托内容' })
    expect(facts.textContent).toMatch(/陈\*国 · 家人.*王\*英（您本人）.*户籍和身份证.*11月28日.*本人在手机上确认.*1121 4829 05/)
    const acts = within(await screen.findByRole('list', { name: '办了什么' })).getAllByRole('listitem')
    expect(acts.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('没有让办'),
      expect.stringMatching(/预约办事户籍和身份证11月21日 周六 上午9:00.*已办/),
    ])
    expect(screen.queryByRole('button', { name: /^开始/ })).toBeNull()
    press('不再让他办')
    expect(wentTo()).toBe(`${at('end')}?id=${MANDATE_ID}`)
  })

  test('for who holds it: begins, and what is asked from then on is for the person', async () => {
    mandateIs(aMandate(), 'held')
    renderPage(<MandatePage />, { signedIn: verified, query })
    await screen.findByRole('button', { name: '开始为王*英办事' })
    press('开始为王*英办事')
    expect(wentTo()).toBe(at('acting'))
    expect(screen.getByText('您正在为 王*英 办理')).toBeTruthy()
  })

  test('for the family that looks after the person: to be read, not to be ended', async () => {
    mandateIs(aMandate(), null)
    renderPage(<MandatePage />, { signedIn: verified, query })
    await screen.findByRole('list', { name: '委托内容' })
    expect(screen.queryByRole('button', { name: /不再|开始|委托单/ })).toBeNull()
  })

  test('waiting for the person: what they can do, and the code', async () => {
    mandateIs(aMandate(waiting), 'held')
    renderPage(<MandatePage />, { signedIn: verified, query })
    expect(await screen.findByRole('heading', { name: '等王*英同意' })).toBeTruthy()
    expect(fakeBff.received('GET /v1/mandates/:id/acts')).toHaveLength(0)
    press('填写他手机上的验证码')
    expect(wentTo()).toBe(`${at('code')}?id=${MANDATE_ID}`)
  })

  test('somebody else’s, or a link that was cut', async () => {
    fakeBff.replies('GET /v1/mandates', { given: [], held: [] })
    fakeBff.refuses('GET /v1/mandates/:id', 'not_found')
    renderPage(<MandatePage />, { signedIn: verified, query })
    expect(await screen.findByText('没有找到这份委托')).toBeTruthy()
  })
})

describe('ending', () => {
  test.each([
    ['given', '不再让陈*国替您办事？', '不再让他办', aMandate()],
    ['held', '不再替王*英办事？', '不再替他办', aMandate()],
    ['held', '撤回给王*英的申请？', '撤回申请', aMandate(waiting)],
  ] as const)('from the side %s: %s', async (side, ask, button, mandate) => {
    mandateIs(mandate, side)
    renderPage(<EndPage />, { signedIn: verified, query })
    expect(await screen.findByText(ask)).toBeTruthy()
    fakeBff.replies(END, null as never)
    press(button)
    expect(await screen.findByRole('heading', { level: 1, name: '已经结束' })).toBeTruthy()
    expect(fakeBff.received(END)).toHaveLength(1)
  })
})

test('the slip: number, scope, days, and how to end it by telephone; it can be printed', async () => {
  const print = jest.spyOn(window, 'print').mockImplementation(() => undefined)
  fakeBff.replies(SLIP, aSlip())
  renderPage(<SlipPage />, { signedIn: verified, query })
  expect(await screen.findByText(/打电话 12345，报委托编号 1121 4829 05/)).toBeTruthy()
  expect(screen.getByRole('img', { name: '委托二维码，编号 1121 4829 05' })).toBeTruthy()
  press('打印')
  expect(print).toHaveBeenCalledTimes(1)
  print.mockRestore()
})

describe('the code that the person reads out', () => {
  const enter = async (code: string) => {
    mandateIs(aMandate(waiting), 'held')
    renderPage(<CodePage />, { signedIn: verified, query })
    await screen.findByText(/验证码发到了王\*英自己的手机上/)
    fillIn('验证码', code)
    press('确认')
  }

  test('must be six digits', async () => {
    await enter('12')
    expect(screen.getByRole('alert').textContent).toContain('请填写 6 位验证码')
    expect(fakeBff.received(CODE)).toHaveLength(0)
  })

  test('counts as their consent', async () => {
    fakeBff.replies(CODE, aMandate({ evidence: 'phone_code' }))
    await enter('123456')
    await waitFor(() => {
      expect(wentTo()).toBe(`${at('mandate')}?id=${MANDATE_ID}&agreed=1`)
    })
  })

  test('a wrong one is said at the field, and another can be sent', async () => {
    fakeBff.refuses(CODE, 'code_invalid', { fields: [{ path: 'code', message: '验证码不对或已过期' }] })
    await enter('123456')
    expect((await screen.findByRole('alert')).textContent).toContain('验证码不对或已过期')
    press('重新发一条')
    expect(wentTo()).toBe(at('ask-check'))
  })
})
