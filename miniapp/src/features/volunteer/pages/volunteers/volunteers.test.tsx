import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { aVolunteer, OFFICE, officesAre, renderAtDesk, VOLUNTEER_ID } from '../../testing/tasks'
import RegisterPage from '../register/index'
import VolunteerPage from '../volunteer/index'
import VolunteersPage from './index'

const LIST = 'GET /v1/staff/volunteers'
const REGISTER = 'POST /v1/staff/volunteers'
const LEAVE = 'POST /v1/staff/volunteers/:id/leave'
const role = 'supervisor' as const

test('a supervisor sees the volunteers of the office, and who works there no more', async () => {
  fakeBff.replies(LIST, { items: [aVolunteer(), aVolunteer({ id: OFFICE, name: '刘强', active: false })] })
  renderAtDesk(<VolunteersPage />, { role })
  expect(await screen.findByRole('link', { name: /刘强.*不再服务/ })).toBeTruthy()
  press(/李小红/, 'link')
  expect(wentTo()).toBe(`/features/volunteer/pages/volunteer/index?id=${VOLUNTEER_ID}`)
})

test('it is not for clerks', () => {
  renderAtDesk(<VolunteersPage />, { role: 'clerk' })
  expect(screen.getByText('这一页由值班负责人使用。')).toBeTruthy()
})

function fill(): void {
  fillIn('姓名', '李小红')
  fillIn('身份证号', '11010519491231002x')
  fillIn('手机号', '13800000002')
  fillIn('账号', 'li.hong')
}

test('registered: password and TOTP are shown this once, and kept nowhere', async () => {
  officesAre()
  renderAtDesk(<RegisterPage />, { role })
  fill()
  const totp = 'otpauth://totp/One%20Visit:li.hong?secret=JBSWY3DPEHPK3PXP&issuer=One%20Visit'
  fakeBff.replies(REGISTER, { ...aVolunteer(), password: 'first-pass-word', totp })
  press('登记')
  expect(await screen.findByText('first-pass-word')).toBeTruthy()
  expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy()
  expect(screen.getByRole('img', { name: /^李小红的动态码二维码/ })).toBeTruthy()
  expect(fakeBff.received(REGISTER)[0]?.body).toEqual({
    ...{ name: '李小红', residentId: '11010519491231002X', phone: '13800000002', office: OFFICE, username: 'li.hong' },
  })
  expect(JSON.stringify([...taroState.storage])).not.toMatch(/first-pass-word|JBSWY3DP|13800000002/)
  press('志愿者已记好')
  expect(wentTo()).toBe('/features/volunteer/pages/volunteers/index')
})

test('every mistake is named at once; a username that is taken keeps what was typed', async () => {
  officesAre()
  renderAtDesk(<RegisterPage />, { role })
  press('登记')
  expect(screen.getByRole('alert').textContent).toContain('有 4 处需要修改')
  fill()
  fakeBff.refuses(REGISTER, 'username_taken', { fields: [{ path: 'username', message: '这个账号已有人用，请换一个' }] })
  press('登记')
  expect((await screen.findByRole('alert')).textContent).toContain('这个账号已有人用，请换一个')
  expect(screen.getByDisplayValue('li.hong')).toBeTruthy()
})

test('let go: says what it means first, then that it is done', async () => {
  fakeBff.replies(LIST, { items: [aVolunteer()] })
  renderAtDesk(<VolunteerPage />, { role, query: { id: VOLUNTEER_ID } })
  expect(await screen.findByText(/^停止后志愿者马上退出登录/)).toBeTruthy()
  expect(screen.getByText('138****0002')).toBeTruthy()
  const left = aVolunteer({ active: false })
  fakeBff.replies(LEAVE, left)
  fakeBff.replies(LIST, { items: [left] })
  press('停止服务')
  expect(await screen.findByText('已停止服务')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '停止服务' })).toBeNull()
})
