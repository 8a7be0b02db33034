import { screen } from '@testing-library/react'
import { press } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import TextSizePage from './index'

test('a size is chosen in elder mode and shows at once', () => {
  const { container } = renderPage(<TextSizePage />, { elder: true })
  press('最大', 'radio')
  expect(screen.getByRole('radio', { name: '最大' }).getAttribute('aria-checked')).toBe('true')
  expect(container.innerHTML).toContain('--ov-text: 30px')
  press('大', 'radio')
  expect(container.innerHTML).toContain('--ov-text: 18px')
})

test('in ordinary mode it offers elder mode', () => {
  renderPage(<TextSizePage />)
  press('打开长辈版')
  expect(screen.getAllByRole('radio')).toHaveLength(4)
})
