import { fireEvent, screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { takePhoto } from '../../../../platform/photo'
import {
  aMandate,
  anAcceptedTask,
  aPendingMandate,
  aTask,
  aTaskOfMine,
  itemGroupsAre,
  MANDATE_ID,
  renderAtDesk,
  TASK,
  TASK_ID,
} from '../../testing/tasks'
import AskMandatePage from './index'

jest.mock('../../../../platform/photo', () => ({ takePhoto: jest.fn() }))

const ASK = 'POST /v1/staff/tasks/:id/mandates'
const PHOTO = { base64: '/9j/QUJD', preview: 'data:image/jpeg;base64,/9j/QUJD' }

const tick = (name: string): void => {
  fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(`^✓?${name}`) }))
}

async function open(role: 'volunteer' | 'clerk', task = role === 'volunteer' ? aTaskOfMine() : anAcceptedTask()) {
  itemGroupsAre()
  fakeBff.replies(TASK, task)
  const page = renderAtDesk(<AskMandatePage />, { role })
  await screen.findByText(/^第 1 步/)
  return page
}

/** Up to how the person agrees. */
async function answer(): Promise<void> {
  tick('预约、改约、取消到场办事')
  press('下一步')
  await screen.findByText('替本人预约哪一类事？')
  tick('社保业务')
  press('下一步')
  press('3 天', 'radio')
  press('下一步')
}

test('a volunteer asks in the app: what, for which, how long, how; all checked before it is sent', async () => {
  await open('volunteer')
  await answer()
  expect(screen.queryByRole('radio', { name: /当面核对/ })).toBeNull()
  press(/^在本人手机上同意/, 'radio')
  press('下一步')
  expect(screen.getByText('请核对')).toBeTruthy()
  expect(screen.getByText('社保业务')).toBeTruthy()
  fakeBff.replies(ASK, aPendingMandate())
  press('请本人在手机上同意')
  expect(await screen.findByText('已请本人同意')).toBeTruthy()
  expect(fakeBff.received(ASK)[0]?.body).toEqual({
    scope: [{ operation: 'book_visits', items: ['social'] }],
    days: 3,
    evidence: 'app',
    scan: null,
  })
})

test('by code: leads on to where it is entered', async () => {
  await open('volunteer')
  await answer()
  press(/^念验证码/, 'radio')
  press('下一步')
  fakeBff.replies(ASK, aPendingMandate())
  press('发验证码给本人')
  await screen.findByText('验证码已发到本人的手机')
  press('去填验证码')
  expect(wentTo()).toBe(`/features/volunteer/pages/code/index?id=${TASK_ID}&sent=1`)
})

test('each question wants its answer, and says so', async () => {
  await open('volunteer')
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请至少选一件')
  tick('出示电子证照')
  press('下一步')
  await screen.findByText('替本人出示哪些证照？')
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请至少选一种')
  press('上一步')
  expect(screen.getByRole('checkbox', { name: /出示电子证照/ }).getAttribute('aria-checked')).toBe('true')
})

test('an answer is changed from the check, and is kept over a dead network and a new start', async () => {
  const { unmount } = await open('volunteer')
  await answer()
  press(/^念验证码/, 'radio')
  press('下一步')
  fakeBff.isUnreachable(ASK)
  press('发验证码给本人')
  expect((await screen.findAllByText('现在没有网络')).length).toBeGreaterThan(0)
  unmount()
  await open('volunteer')
  expect(screen.getByRole('checkbox', { name: /预约、改约/ }).getAttribute('aria-checked')).toBe('true')
})

test('the person has no phone for it: the reason of the BFF stands on the page', async () => {
  await open('volunteer')
  await answer()
  press(/^在本人手机上同意/, 'radio')
  press('下一步')
  fakeBff.refuses(ASK, 'not_allowed', { detail: '本人没有在手机上登录过。' })
  press('请本人在手机上同意')
  expect(await screen.findByText('本人没有在手机上登录过。')).toBeTruthy()
})

async function toPhoto(): Promise<void> {
  await open('clerk')
  await answer()
  press(/^当面核对双方身份证/, 'radio')
  press('下一步')
}

function swear(): void {
  tick('我看了本人的身份证')
  tick('我看了志愿者的身份证')
  tick('我念了可以代办的事')
}

test('the counter witnesses: three statements, one photo, and the slip to print', async () => {
  jest.mocked(takePhoto).mockResolvedValue(PHOTO)
  await toPhoto()
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请逐条确认')
  expect(screen.getByRole('alert').textContent).toContain('请拍下双方的身份证')
  swear()
  press('拍照')
  expect(await screen.findByRole('button', { name: '重新拍' })).toBeTruthy()
  expect(takePhoto).toHaveBeenCalledWith(400_000)
  press('下一步')
  fakeBff.replies(ASK, aMandate({ evidence: 'witnessed' }))
  press('办好委托')
  expect(await screen.findByText('委托已生效')).toBeTruthy()
  expect(fakeBff.received(ASK)[0]?.body).toMatchObject({ evidence: 'witnessed', scan: PHOTO.base64 })
  expect(JSON.stringify([...taroState.storage])).not.toContain('9j')
  press('看和打印委托单')
  expect(wentTo()).toBe(`/features/volunteer/pages/slip/index?id=${MANDATE_ID}`)
})

async function toCheckWithPhoto(): Promise<void> {
  jest.mocked(takePhoto).mockResolvedValue(PHOTO)
  await toPhoto()
  swear()
  press('拍照')
  await screen.findByRole('button', { name: '重新拍' })
  press('下一步')
}

test('a photo that the BFF refuses leads to where another is taken, and says why there', async () => {
  await toCheckWithPhoto()
  fakeBff.refuses(ASK, 'invalid_input', { fields: [{ path: 'scan', message: '照片太大，请重新拍' }] })
  press('办好委托')
  expect((await screen.findByRole('alert')).textContent).toContain('照片太大，请重新拍')
  press('照片太大，请重新拍', 'link')
  expect(screen.getByText('错误：照片太大，请重新拍')).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: /我看了本人的身份证/ }).getAttribute('aria-checked')).toBe('true')
  press('重新拍')
  await waitFor(() => {
    expect(screen.queryByText('错误：照片太大，请重新拍')).toBeNull()
  })
  press('下一步')
  fakeBff.replies(ASK, aMandate({ evidence: 'witnessed' }))
  press('办好委托')
  expect(await screen.findByText('委托已生效')).toBeTruthy()
})

test('what the county no longer has is chosen anew where it was chosen', async () => {
  await open('volunteer')
  await answer()
  press(/^念验证码/, 'radio')
  press('下一步')
  fakeBff.refuses(ASK, 'invalid_input', { fields: [{ path: 'scope.0.items', message: '没有这个选项' }] })
  press('发验证码给本人')
  await screen.findByRole('alert')
  press('没有这个选项', 'link')
  expect(await screen.findByText('替本人预约哪一类事？')).toBeTruthy()
  expect(screen.getByText('错误：没有这个选项')).toBeTruthy()
  tick('户籍业务')
  expect(screen.queryByText('错误：没有这个选项')).toBeNull()
})

test('a photo that cannot be used says so; a closed camera changes nothing', async () => {
  jest.mocked(takePhoto).mockResolvedValueOnce('unusable')
  await toPhoto()
  press('拍照')
  expect(await screen.findByText('这张照片用不了，请重新拍。')).toBeTruthy()
  jest.mocked(takePhoto).mockResolvedValueOnce('cancelled')
  press('拍照')
  await waitFor(() => {
    expect(screen.queryByText('这张照片用不了，请重新拍。')).toBeNull()
  })
  expect(screen.getByRole('button', { name: '拍照' })).toBeTruthy()
})

test('the one that waits is the start of the next', async () => {
  await open('volunteer', aTaskOfMine({ mandate: aPendingMandate() }))
  expect(screen.getByRole('checkbox', { name: /出示健康码/ }).getAttribute('aria-checked')).toBe('true')
})

test('nobody has the task yet: says so', async () => {
  fakeBff.replies(TASK, aTask())
  renderAtDesk(<AskMandatePage />, { role: 'clerk' })
  expect(await screen.findByText(/^还没有志愿者接/)).toBeTruthy()
})
