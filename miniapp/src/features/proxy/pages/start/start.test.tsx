import { screen } from '@testing-library/react'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { draftKey } from '../../../../platform/drafts'
import { writeStored } from '../../../../platform/storage'
import { newcomer } from '../../testing/proxy'
import MandatesPage from '../mandates/index'
import WhoPage from '../who/index'
import HelpPage from './index'

test('the telephone comes first, and works before anybody signs in', async () => {
  renderPage(<HelpPage />)
  await screen.findByRole('button', { name: '打电话：12345' })
  expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toBe('打电话')
  expect(screen.getByRole('heading', { name: '到窗口' })).toBeTruthy()
  press('打电话：12345')
  expect(taroState.calls).toEqual(['12345'])
})

test.each([
  [/^请志愿者帮忙/, 'who/index'],
  [/^我的求助/, 'requests/index'],
  [/^谁能替我办事/, 'mandates/index'],
  [/^我能替谁办事/, 'mandates/index?of=held'],
])('the door %s leads there', (door, page) => {
  renderPage(<HelpPage />)
  press(door, 'link')
  expect(wentTo()).toBe(`/features/proxy/pages/${page}`)
})

test.each([
  ['asking for help', <WhoPage key="who" />],
  ['mandates', <MandatesPage key="mandates" />],
])('%s: first signing in, then the real name', (_, page) => {
  const { unmount } = renderPage(page)
  press('去登录')
  expect(wentTo()).toBe('/pages/sign-in/index?reason=sign_in_required')
  unmount()
  renderPage(page, { signedIn: newcomer })
  press('去实名')
  expect(wentTo()).toBe('/features/identity/pages/real-name/index?reason=real_name_required')
})

test('what the person was reading about goes along, unless they have written something already', () => {
  const words = () => taroState.storage.get('one-visit:draft:help-request')
  renderPage(<HelpPage />, { query: { about: '居民身份证丢失补领' } }).unmount()
  expect(words()).toBeUndefined()
  renderPage(<HelpPage />, { query: { about: '居民身份证丢失补领' } })
  press(/^请志愿者帮忙/, 'link')
  expect(words()).toMatchObject({ values: { words: '要办：居民身份证丢失补领' } })
})

test('what was written already stays', () => {
  writeStored(draftKey('help-request', null), { at: Date.now(), values: { words: '腿脚不方便' } })
  renderPage(<HelpPage />, { query: { about: '居民身份证丢失补领' } })
  press(/^请志愿者帮忙/, 'link')
  expect(taroState.storage.get('one-visit:draft:help-request')).toMatchObject({ values: { words: '腿脚不方便' } })
})
