import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { aFamily, aMember, aRequest, MEMBER_ID, verified } from '../../testing/family'
import AddPersonPage from '../add-person/index'
import ConfirmCodePage from '../confirm-code/index'
import AddFamilyPage from './index'

const ADD = 'POST /v1/family'
const CODE = 'POST /v1/family/:id/code'
const ID_NUMBER = '430224194803120023'

const openPerson = (relation = 'parent') => renderPage(<AddPersonPage />, { signedIn: verified, query: { relation } })

function fillInPerson(residentId = ID_NUMBER): void {
  fillIn('家人的姓名', '王秀英')
  fillIn('家人的身份证号', residentId)
  press('添加')
}

test('first who it is to the person, then name and number', () => {
  renderPage(<AddFamilyPage />, { signedIn: verified })
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请选择他是您的什么人')
  press('父亲或母亲', 'radio')
  press('下一步')
  expect(wentTo()).toBe('/features/family/pages/add-person/index?relation=parent')
})

test('mistakes are told all at once, beside their fields, before anything is sent', () => {
  openPerson()
  fillIn('家人的身份证号', '430224194803120024')
  press('添加')
  expect(screen.getByRole('alert').textContent).toContain('有 2 处需要修改')
  expect(screen.getByText('错误：请填写家人的姓名')).toBeTruthy()
  expect(screen.getByText('错误：请填写正确的 18 位身份证号')).toBeTruthy()
  expect(fakeBff.received(ADD)).toHaveLength(0)
})

test('a child of the same household is there at once', async () => {
  fakeBff.replies(ADD, aMember({ relation: 'child', evidence: 'household', elder: false }))
  openPerson('child')
  fillInPerson('4302 2419 4803 1200 23')
  expect(await screen.findByRole('heading', { level: 1, name: '已添加家人' })).toBeTruthy()
  expect(fakeBff.received(ADD)[0]?.body).toEqual({ relation: 'child', name: '王秀英', residentId: ID_NUMBER })
  press('看他的健康码')
  expect(wentTo()).toBe(`/features/health-code/pages/code/index?person=${MEMBER_ID}`)
})

test('an adult is asked: says how they can agree, until when, and leads to the code', async () => {
  fakeBff.replies(ADD, aRequest())
  openPerson()
  fillInPerson()
  expect(await screen.findByRole('heading', { level: 1, name: '等家人同意' })).toBeTruthy()
  expect(screen.getByText('11月28日 周六 上午9:00 前没有同意，就自动取消。')).toBeTruthy()
  press('填写他手机上的验证码')
  expect(wentTo()).toBe(`/features/family/pages/confirm-code/index?id=${MEMBER_ID}`)
})

test.each([
  ['not_same_household', '户口簿上不在同一户'],
  ['family_limit_reached', '家人已满'],
  ['consent_not_possible', '这位家人还不能在手机上确认'],
  ['department_unavailable', '部门系统暂时不能用'],
] as const)('%s opens a page with the next best thing, and what was typed is kept', async (code, title) => {
  fakeBff.refuses(ADD, code)
  openPerson()
  fillInPerson()
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy()
  expect(screen.getByText(/到大厅窗口办理/)).toBeTruthy()
  press('改一改再添加')
  await waitFor(() => {
    expect(screen.getByLabelText<HTMLInputElement>('家人的姓名').value).toBe('王秀英')
  })
})

test("the BFF's word about a field stands beside that field, and the number never stays on the phone", async () => {
  const fields = [{ path: 'residentId', message: '这是您自己的身份证号，请填写家人的' }]
  fakeBff.refuses(ADD, 'invalid_input', { fields })
  openPerson()
  fillInPerson()
  expect(await screen.findByText('错误：这是您自己的身份证号，请填写家人的')).toBeTruthy()
  expect(JSON.stringify([...taroState.storage])).not.toContain(ID_NUMBER)
})

test('a link without the first answer begins with it', () => {
  openPerson('stranger')
  press('从头开始')
  expect(wentTo()).toBe('/features/family/pages/add/index')
})

test('the code that the other person reads out adds them', async () => {
  fakeBff.replies('GET /v1/family', aFamily({ members: [aRequest()] }))
  renderPage(<ConfirmCodePage />, { signedIn: verified, query: { id: MEMBER_ID } })
  expect(await screen.findByText(/验证码发到了王\*英自己的手机上/)).toBeTruthy()
  fillIn('验证码', '12')
  press('确认')
  expect(screen.getByRole('alert').textContent).toContain('请填写 6 位验证码')
  fakeBff.refuses(CODE, 'code_invalid', { fields: [{ path: 'code', message: '验证码不对或已过期' }] })
  fillIn('验证码', '111111')
  press('确认')
  expect(await screen.findByText('错误：验证码不对或已过期')).toBeTruthy()
  fakeBff.replies(CODE, aMember())
  fillIn('验证码', '123456')
  press('确认')
  expect(await screen.findByRole('heading', { level: 1, name: '已添加家人' })).toBeTruthy()
  expect(fakeBff.received(CODE).at(-1)?.body).toEqual({ code: '123456' })
})

test('a request that has ended says so and leads to the list', async () => {
  fakeBff.replies('GET /v1/family', aFamily())
  renderPage(<ConfirmCodePage />, { signedIn: verified, query: { id: MEMBER_ID } })
  expect(await screen.findByText('没有找到这位家人')).toBeTruthy()
  press('看我的家人')
  expect(wentTo()).toBe('/features/family/pages/list/index')
})

test('whoever is not signed in is led there', () => {
  renderPage(<AddFamilyPage />)
  press('去登录')
  expect(wentTo()).toBe('/pages/sign-in/index?reason=sign_in_required')
})
