import { act, render, screen } from '@testing-library/react'
import { Loading } from './loading'

const show = () => render(<Loading what="公安系统" onRetry={jest.fn()} onLeave={jest.fn()} />)
const wait = (milliseconds: number) => {
  act(() => {
    jest.advanceTimersByTime(milliseconds)
  })
}

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

test('shows nothing for the first 300 ms, so that a quick answer does not flicker', () => {
  const { container } = show()
  wait(299)
  expect(container.textContent).toBe('')
  wait(1)
  expect(screen.getByRole('status').textContent).toBe('正在加载')
})

test('says who is slow after 3 s, and offers a choice after 8 s', () => {
  show()
  wait(3_000)
  expect(screen.getByRole('status').textContent).toBe('公安系统较慢，正在等待')
  expect(screen.queryAllByRole('button')).toHaveLength(0)
  wait(5_000)
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['再试一次', '先不等了'])
})
