import { screen } from '@testing-library/react'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { actingUnder, beginActing, endActing } from '../../../../platform/acting'
import { aMandate, verified } from '../../testing/proxy'
import MandatesPage from '../mandates/index'
import ActingPage from './index'

afterEach(() => {
  endActing()
})

test.each(['resident', 'volunteer'] as const)('a %s finds doors to what the mandate names, and to nothing else', (by) => {
  beginActing(actingUnder(aMandate(), by))
  renderPage(<ActingPage />, by === 'resident' ? { signedIn: verified } : {})
  expect(screen.getByRole('heading', { level: 1, name: '替王*英办事' })).toBeTruthy()
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^预约办事/),
    expect.stringMatching(/^看他的预约/),
    expect.stringMatching(/^办件进度/),
    expect.stringMatching(/^身份证进度/),
    expect.stringMatching(/^出入境证件进度/),
  ])
  press(/^看他的预约/, 'link')
  expect(wentTo()).toBe('/features/appointments/pages/visits/index')
})

test('applying across provinces has its door when it is named', () => {
  const scope = [{ operation: 'apply_across_regions' as const, items: null }]
  beginActing(actingUnder(aMandate({ scope }), 'resident'))
  renderPage(<ActingPage />, { signedIn: verified })
  expect(screen.getAllByRole('link')).toHaveLength(1)
  press(/^跨省通办/, 'link')
  expect(wentTo()).toBe('/features/cross-province/pages/start/index')
})

test('ended in the meantime: nobody is shown, and the way on', () => {
  renderPage(<ActingPage />, { signedIn: verified })
  expect(screen.getByText('您现在没有在替谁办事')).toBeTruthy()
  press('看我能替谁办事')
  expect(wentTo()).toBe('/features/proxy/pages/mandates/index?of=held')
})

test('what is one’s own is not mixed up with what is the other’s', () => {
  beginActing(actingUnder(aMandate(), 'resident'))
  renderPage(<MandatesPage />, { signedIn: verified })
  expect(screen.getByText('这里是您自己的内容')).toBeTruthy()
  expect(screen.queryByRole('list')).toBeNull()
})
