import { render } from '@testing-library/react'
import { usePageDescription } from './page-description'

function Page({ description }: { description?: string }) {
  usePageDescription(description)
  return null
}

const described = () => document.querySelector('meta[name="description"]')?.getAttribute('content')

test('a page says what it is about; one that says nothing is described as the app is', () => {
  document.head.innerHTML = '<meta name="description" content="县里的手机办事大厅">'
  const { rerender } = render(<Page />)
  expect(described()).toBe('县里的手机办事大厅')
  rerender(<Page description="身份证丢了，补办一张新的。" />)
  expect(described()).toBe('身份证丢了，补办一张新的。')
  rerender(<Page />)
  expect(described()).toBe('县里的手机办事大厅')
})
