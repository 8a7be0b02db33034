import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { beginActing, endActing } from '../../../../platform/acting'
import { actingFor, anApplication, APPLICATION_ID, hasAnswered, itemIs, onItsWay } from '../../testing/across'
import { about, ask, at, goesTo, open, questionAt, saysWrong } from '../../testing/asking'
import CheckPage from './index'

const APPLY = 'POST /v1/cross-province-applications'
beforeEach(() => {
  itemIs()
})
afterEach(() => {
  endActing()
})

describe('the check', () => {
  test('the answers in words, for whom, and what is declared; sent once, however often it is tapped', async () => {
    hasAnswered()
    const reply = fakeBff.waits(APPLY)
    open(<CheckPage />)
    const list = await screen.findByRole('list', { name: '您的申请' })
    expect(list.textContent).toMatch(/养老保险关系转移.*茶陵县.*陈\*国.*吉安市吉州区.*单位交的.*2024年3月5日.*想说的话没有填/)
    expect(screen.getByText('我填的都是真的。填错了，由我自己负责。')).toBeTruthy()
    press('提交申请')
    press(/提交申请|请稍候/)
    await waitFor(() => {
      expect(fakeBff.received(APPLY)).toHaveLength(1)
    })
    expect(fakeBff.received(APPLY)[0]).toMatchObject({ headers: { 'Idempotency-Key': 'key-of-the-answers' } })
    expect(fakeBff.received(APPLY)[0]?.body).toEqual({
      ...{ item: 'pension-transfer', region: 'jian', side: 'county', declared: true },
      answers: { from: '吉安市吉州区', kind: 'employee', left: '2024-03-05' },
    })
    reply(anApplication())
    await goesTo(at('application', `?id=${APPLICATION_ID}`))
    expect(taroState.storage.has('one-visit:draft:across:county:jian:pension-transfer')).toBe(false)
  })

  test('nothing is sent before it is declared; a new answer has to be declared anew, under a new key', async () => {
    hasAnswered({}, '')
    fakeBff.replies(APPLY, onItsWay())
    const { unmount } = open(<CheckPage />)
    await screen.findByRole('list', { name: '您的申请' })
    press('提交申请')
    saysWrong('请先看完并同意承诺')
    expect(fakeBff.received(APPLY)).toHaveLength(0)
    press('我看完了，同意上面的承诺', 'checkbox')
    await waitFor(() => {
      expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('true')
    })
    unmount()
    const kind = ask('kind', { change: '1' })
    await screen.findByRole('radio', { name: '自己交的' })
    press('自己交的', 'radio')
    press('下一步')
    await goesTo(about('check'))
    kind.unmount()
    open(<CheckPage />)
    await screen.findByRole('list', { name: '您的申请' })
    expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false')
  })

  test('an answer that is changed leads back to the check below', async () => {
    hasAnswered()
    open(<CheckPage />)
    await screen.findByRole('list', { name: '您的申请' })
    press('修改原来在哪里参保')
    expect(wentTo()).toBe(`${questionAt('from')}&change=1`)
    Object.assign(taroState, { path: at('question'), below: [at('check')] })
    ask('from', { change: '1' })
    fillIn('原来在哪里参保', '井冈山市')
    press('下一步')
    await goesTo('back 1')
  })

  test('what is still missing is asked for first', async () => {
    hasAnswered({ left: '2024-2-30' })
    open(<CheckPage />)
    expect(await screen.findByText('还有没回答的')).toBeTruthy()
    press('接着填')
    expect(wentTo()).toBe(questionAt('left'))
  })

  test('no network: it says so, and everything is still there to be sent again under the same key', async () => {
    hasAnswered()
    fakeBff.isUnreachable(APPLY)
    const { unmount } = open(<CheckPage />)
    await screen.findByRole('list', { name: '您的申请' })
    press('提交申请')
    expect(await screen.findByText('现在没有网络')).toBeTruthy()
    unmount()
    fakeBff.replies(APPLY, onItsWay())
    open(<CheckPage />)
    await screen.findByRole('list', { name: '您的申请' })
    press('提交申请')
    await goesTo(at('application', `?id=${APPLICATION_ID}`))
    expect(new Set(fakeBff.received(APPLY).map(({ headers }) => headers['Idempotency-Key'])).size).toBe(1)
  })

  test('an expired session leads to signing in, and the answers stay', async () => {
    hasAnswered()
    fakeBff.refuses(APPLY, 'session_expired')
    open(<CheckPage />)
    await screen.findByRole('list', { name: '您的申请' })
    press('提交申请')
    await goesTo('/pages/sign-in/index?reason=session_expired')
    expect(taroState.storage.has('one-visit:draft:across:county:jian:pension-transfer')).toBe(true)
  })

  test('what the BFF wants mended is said at its question, until the answer is changed', async () => {
    hasAnswered()
    fakeBff.refuses(APPLY, 'invalid_input', { fields: [{ path: 'answers.from', message: '请写到县一级' }] })
    const { unmount } = open(<CheckPage />)
    await screen.findByRole('list', { name: '您的申请' })
    press('提交申请')
    await screen.findByRole('alert')
    press('请写到县一级', 'link')
    expect(wentTo()).toBe(`${questionAt('from')}&change=1`)
    unmount()
    ask('from', { change: '1' })
    await screen.findByLabelText('原来在哪里参保')
    saysWrong('请写到县一级')
    fillIn('原来在哪里参保', '吉安市吉州区文山街道')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('applied for already: why not, and where it is', async () => {
    hasAnswered()
    fakeBff.refuses(APPLY, 'already_applied')
    open(<CheckPage />)
    await screen.findByRole('list', { name: '您的申请' })
    press('提交申请')
    expect(await screen.findByText('这件事已经申请过，还在办')).toBeTruthy()
    press('看我的办件')
    expect(wentTo()).toBe('/features/progress/pages/my-cases/index')
    press('看我的跨省通办申请')
    expect(wentTo()).toBe(at('applications'))
    press('回去看填的内容')
    expect(await screen.findByText('提交申请')).toBeTruthy()
  })
})

test('five on their way: why not now, and where they are', async () => {
  hasAnswered()
  const detail = '您有 5 件申请还没有送到部门，请等送到了再申请。'
  fakeBff.refuses(APPLY, 'too_many_requests', { detail, retryAfter: 600 })
  open(<CheckPage />)
  await screen.findByRole('list', { name: '您的申请' })
  press('提交申请')
  expect(await screen.findByText(detail)).toBeTruthy()
  press('看我的跨省通办申请')
  expect(wentTo()).toBe(at('applications'))
})

describe('for somebody else', () => {
  test('it is sent under the mandate, and what was typed is kept apart from one’s own', async () => {
    hasAnswered()
    beginActing(actingFor('apply_across_regions'))
    fakeBff.replies(APPLY, anApplication({ queryPassword: null }))
    itemIs({ form: { questions: [], declaration: '我填的都是真的。' } })
    open(<CheckPage />)
    expect((await screen.findByRole('list', { name: '您的申请' })).textContent).toContain('王*英')
    expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false')
    press('我看完了，同意上面的承诺', 'checkbox')
    await waitFor(() => {
      expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('true')
    })
    press('提交申请')
    await goesTo(at('application', `?id=${APPLICATION_ID}`))
    expect(fakeBff.received(APPLY)[0]?.headers['X-Mandate']).toBe('m1')
  })

  test('what the person did not name is refused before anything is asked', () => {
    beginActing(actingFor('book_visits'))
    ask('from')
    expect(screen.getByText('王*英没有让您申请跨省通办的事')).toBeTruthy()
    press('看能代办什么')
    expect(wentTo()).toBe('/features/proxy/pages/acting/index')
  })
})
