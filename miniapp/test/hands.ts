import { fireEvent, screen } from '@testing-library/react'
import { taroState } from './taro'

type ControlRole = 'button' | 'checkbox' | 'link' | 'switch' | 'radio'

export const fillIn = (label: string, value: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
}

export const press = (name: string | RegExp, role: ControlRole = 'button'): void => {
  fireEvent.click(screen.getByRole(role, { name }))
}

/** Where the app went last: an address, or `back 2`. */
export function wentTo(): string | undefined {
  const last = taroState.navigations.at(-1)
  return last?.url ?? (last === undefined ? undefined : `back ${String(last.delta)}`)
}
