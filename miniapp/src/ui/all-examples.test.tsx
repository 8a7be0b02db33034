import { render, screen } from '@testing-library/react'
import { allExamples } from './all-examples'

const every = allExamples.flatMap((group) => group.examples.map((example) => [`${group.title}：${example.name}`, example] as const))

test.each(every)('%s shows something and every control has a name', (_, example) => {
  const { container } = render(<>{example.render()}</>)
  expect(container).not.toBeEmptyDOMElement
  for (const role of ['button', 'link', 'radio', 'checkbox', 'switch', 'textbox']) {
    for (const control of screen.queryAllByRole(role)) {
      const name = control.getAttribute('aria-label') ?? control.textContent
      expect(name).toMatch(/\S/)
    }
  }
})
