import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Button } from './button'
import { Checkbox, RadioGroup } from './choices'
import { CodeField } from './code-field'
import { ErrorSummary } from './error-summary'
import { Field } from './field'
import { Masked } from './masked'

test.each(['Enter', ' '])('a button answers the key %j as it answers a tap', (key) => {
  const onPress = jest.fn()
  render(<Button onPress={onPress}>提交</Button>)
  fireEvent.keyDown(screen.getByRole('button', { name: '提交' }), { key })
  fireEvent.click(screen.getByRole('button'))
  expect(onPress).toHaveBeenCalledTimes(2)
})

test('a busy button says so and takes no more taps', () => {
  const onPress = jest.fn()
  render(
    <Button onPress={onPress} busy>
      提交
    </Button>,
  )
  const button = screen.getByRole('button', { name: '请稍候…' })
  fireEvent.click(button)
  fireEvent.keyDown(button, { key: 'Enter' })
  expect(onPress).not.toHaveBeenCalled()
  expect(button.getAttribute('aria-busy')).toBe('true')
  expect(button.getAttribute('aria-disabled')).toBe('true')
})

test('arrow keys move and choose within a radio group, and Tab reaches only the chosen one', () => {
  function Example() {
    const [value, setValue] = useState<'a' | 'b' | null>('a')
    const choices = [
      { value: 'a', title: '甲' },
      { value: 'b', title: '乙' },
    ] as const
    return <RadioGroup name="way" label="哪一种？" choices={choices} value={value} onChange={setValue} />
  }
  render(<Example />)
  fireEvent.keyDown(screen.getByRole('radio', { name: '甲' }), { key: 'ArrowDown' })
  const second = screen.getByRole('radio', { name: '乙', checked: true })
  expect(document.activeElement).toBe(second)
  expect(screen.getAllByRole('radio').map((radio) => radio.tabIndex)).toEqual([-1, 0])
})

test('a checkbox turns over with the space bar', () => {
  const onChange = jest.fn()
  render(<Checkbox name="checked" title="我已核对" checked={false} onChange={onChange} />)
  fireEvent.keyDown(screen.getByRole('checkbox', { name: '我已核对', checked: false }), { key: ' ' })
  expect(onChange).toHaveBeenCalledWith(true)
})

test('a field in error is described by its hint and its error', () => {
  render(<Field name="phone" label="手机号" hint="11 位" error="请填写 11 位手机号" value="" onChange={jest.fn()} kind="phone" />)
  const input = screen.getByRole('textbox', { name: '手机号', description: '11 位 错误：请填写 11 位手机号' })
  expect(input.getAttribute('aria-invalid')).toBe('true')
})

test('typing reaches the caller', () => {
  const onChange = jest.fn()
  render(<Field name="phone" label="手机号" value="" onChange={onChange} kind="phone" />)
  fireEvent.input(screen.getByRole('textbox', { name: '手机号' }), { target: { value: '138' } })
  expect(onChange).toHaveBeenCalledWith('138')
})

test('the error summary takes the focus, and each line leads to its field', () => {
  render(
    <>
      <ErrorSummary errors={[{ name: 'phone', message: '请填写 11 位手机号' }]} />
      <Field name="phone" label="手机号" value="" onChange={jest.fn()} />
    </>,
  )
  expect(document.activeElement).toBe(screen.getByRole('alert'))
  fireEvent.click(screen.getByRole('link', { name: '请填写 11 位手机号' }))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '手机号' }))
})

test('a masked number shows only after a tap', () => {
  render(<Masked label="手机号" masked="138****8000" full="13800138000" />)
  expect(screen.queryByText('13800138000')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '显示手机号' }))
  expect(screen.getByText('13800138000')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '隐藏手机号' }))
  expect(screen.queryByText('13800138000')).toBeNull()
})

test('another code can be asked for only when the time has run out', () => {
  jest.useFakeTimers()
  try {
    const ask = jest.fn()
    const field = { name: 'code', label: '验证码', value: '', onChange: jest.fn(), onSend: ask, sending: false, length: 6 }
    const { rerender } = render(<CodeField {...field} againAt={null} />)
    fireEvent.click(screen.getByRole('button', { name: '获取验证码' }))
    rerender(<CodeField {...field} againAt={Date.now() + 2_000} />)
    fireEvent.click(screen.getByRole('button', { name: '2 秒后可重新获取' }))
    expect(ask).toHaveBeenCalledTimes(1)
    act(() => {
      jest.advanceTimersByTime(2_000)
    })
    fireEvent.click(screen.getByRole('button', { name: '获取验证码' }))
    expect(ask).toHaveBeenCalledTimes(2)
  } finally {
    jest.useRealTimers()
  }
})
