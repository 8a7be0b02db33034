import { act, renderHook } from '@testing-library/react'
import { taroState } from '../../test/taro'
import { useDraft } from './drafts'

const EMPTY = { caseNumber: '', password: '' }
const SECRETS = ['password'] as const
const open = () => renderHook(() => useDraft('case-look-up', EMPTY, SECRETS)).result

test('what was typed is there again when the page opens anew; secrets are not', () => {
  const first = open()
  act(() => {
    first.current.set('caseNumber', 'CL-1')
    first.current.set('password', '1234')
  })
  expect(first.current.values).toEqual({ caseNumber: 'CL-1', password: '1234' })
  expect(open().current.values).toEqual({ caseNumber: 'CL-1', password: '' })
  expect(JSON.stringify([...taroState.storage])).not.toContain('1234')
})

test('what was answered is there on the page that replaces this one at once', () => {
  const { result, unmount } = renderHook(() => useDraft('case-look-up', EMPTY, SECRETS))
  act(() => {
    result.current.set('caseNumber', 'CL-1')
    result.current.set('caseNumber', 'CL-2')
    unmount()
  })
  expect(open().current.values.caseNumber).toBe('CL-2')
})

test('after success nothing is left', () => {
  const first = open()
  act(() => {
    first.current.set('caseNumber', 'CL-1')
  })
  act(() => {
    first.current.clear()
  })
  expect(first.current.values).toEqual(EMPTY)
  expect(open().current.values).toEqual(EMPTY)
})

test.each([
  ['too old', { at: 0, values: { caseNumber: 'CL-1' } }],
  ['of another shape', { caseNumber: 'CL-1' }],
  ['with other fields', { at: Date.now(), values: { other: 'x', caseNumber: 7 } }],
])('a draft that is %s is not shown', (_, stored) => {
  taroState.storage.set('one-visit:draft:case-look-up', stored)
  expect(open().current.values).toEqual(EMPTY)
})
