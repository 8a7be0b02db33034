import { render, screen } from '@testing-library/react'
import { allExamples } from './all-examples'

const CONTROLS = ['button', 'link', 'radio', 'checkbox', 'switch', 'textbox']
const every = allExamples.flatMap((group) =>
  group.examples.map((example) => [`${group.title}：${example.name}`, example] as const),
)

test.each(every)('%s shows something, and every control has a name', (_, example) => {
  const { container } = render(<>{example.render()}</>)
  expect(container.childElementCount).toBeGreaterThan(0)
  for (const control of CONTROLS.flatMap((role) => screen.queryAllByRole(role))) {
    expect(control.getAttribute('aria-label') ?? control.textContent).toMatch(/\S/)
  }
})

test('names of examples are unique within their group', () => {
  for (const { examples } of allExamples) expect(new Set(examples.map((example) => example.name)).size).toBe(examples.length)
})
