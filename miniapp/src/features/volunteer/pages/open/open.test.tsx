import { fireEvent, screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { aTask, OFFICE, officesAre, renderAtDesk, TASK_ID } from '../../testing/tasks'
import OpenTaskPage from './index'

const OPEN = 'POST /v1/staff/tasks'

function open(office: string | null = OFFICE): void {
  officesAre()
  renderAtDesk(<OpenTaskPage />, { role: 'clerk', office })
}

function sayWho(): void {
  fillIn('姓名', '王秀英')
  fillIn('身份证号', '11010519491231002x')
  fillIn('手机号', '13800000001')
  press('下一步')
}

async function answer(): Promise<void> {
  sayWho()
  press('帮我预约', 'radio')
  press('下一步')
  press('上门', 'radio')
  fillIn('上门的地址', '下东街 3 号')
  await screen.findByRole('radio', { name: '下东街道便民服务中心' })
  press('下一步')
  pickFirstDay()
  press('下一步')
}

function pickFirstDay(): void {
  const [today] = screen.getAllByRole('radio')
  if (today) fireEvent.click(today)
}

test('for somebody who rang up: who, what, how, when; read out and sent; the number to say', async () => {
  open()
  await answer()
  expect(screen.getByText('请念给本人核对')).toBeTruthy()
  fakeBff.replies(OPEN, aTask())
  press('登记')
  expect(await screen.findByText('1124 4829 05')).toBeTruthy()
  expect(screen.getByText('请告诉本人：11月26日 周四前办好。')).toBeTruthy()
  expect(fakeBff.received(OPEN)[0]?.body).toMatchObject({
    person: { name: '王秀英', residentId: '11010519491231002X' },
    request: { member: null, topic: 'book_visit', way: 'home', office: OFFICE, address: '下东街 3 号', phone: '13800000001' },
  })
  press('看这件求助')
  expect(wentTo()).toBe(`/features/volunteer/pages/task/index?id=${TASK_ID}`)
})

test('every mistake of a question is named at once', () => {
  open()
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('有 3 处需要修改')
})

test('something else wants words; a visit at home wants an address', async () => {
  open()
  sayWho()
  press('别的事', 'radio')
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请写明要办什么')
  fillIn('本人说的', '看不清通知')
  press('下一步')
  press('上门', 'radio')
  press('下一步')
  expect((await screen.findByRole('alert')).textContent).toContain('请写明上门的地址')
})

test('who works for the whole county says which office', async () => {
  open(null)
  sayWho()
  press('帮我预约', 'radio')
  press('下一步')
  press('打电话办', 'radio')
  await screen.findByRole('radio', { name: '茶陵县政务服务中心' })
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请选择网点')
})

test('name and number do not fit: leads to the question, and nothing is lost', async () => {
  open()
  await answer()
  fakeBff.refuses(OPEN, 'real_name_mismatch', { fields: [{ path: 'person.residentId', message: '姓名和身份证号对不上' }] })
  press('登记')
  await screen.findByText('有 1 处需要修改')
  press('姓名和身份证号对不上', 'link')
  expect(screen.getByDisplayValue('王秀英')).toBeTruthy()
  fillIn('身份证号', '110105194912310038')
  expect(screen.queryByText('错误：姓名和身份证号对不上')).toBeNull()
})

test('too many requests, or the police are away: said where it is sent', async () => {
  open()
  await answer()
  fakeBff.refuses(OPEN, 'request_limit_reached')
  press('登记')
  expect(await screen.findByText('求助已满 3 个')).toBeTruthy()
})

test('names and numbers of others never reach the storage of the device', async () => {
  open()
  await answer()
  expect(JSON.stringify([...taroState.storage])).not.toMatch(/王秀英|11010519491231002|13800000001/)
})

test('it is not for volunteers', () => {
  renderAtDesk(<OpenTaskPage />)
  expect(screen.getByText('这一页由窗口人员使用。')).toBeTruthy()
})
