import { act, renderHook } from '@testing-library/react'
import { taroState } from '../../test/taro'
import { beginActing, endActing, type Acting } from './acting'
import { useDraft } from './drafts'
import { OpenedPages } from './opened-pages'

const EMPTY = { caseNumber: '', password: '' }
const SETTINGS = { secrets: ['password'] } as const
const open = () => renderHook(() => useDraft('case-look-up', EMPTY, SETTINGS)).result

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
  const { result, unmount } = renderHook(() => useDraft('case-look-up', EMPTY, SETTINGS))
  act(() => {
    result.current.set('caseNumber', 'CL-1')
    result.current.set('caseNumber', 'CL-2')
    unmount()
  })
  expect(open().current.values.caseNumber).toBe('CL-2')
})

test('an earlier page that is come back to undoes nothing that a later one wrote', () => {
  const answers = () => renderHook(() => useDraft('help-request', { who: '', day: '' })).result
  const earlier = answers()
  const later = answers()
  act(() => {
    later.current.set('day', '2026-11-24')
    earlier.current.set('who', 'self')
  })
  expect(earlier.current.values).toEqual({ who: 'self', day: '2026-11-24' })
  expect(answers().current.values).toEqual({ who: 'self', day: '2026-11-24' })
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

describe('while somebody acts', () => {
  const forWang: Acting = { mandate: 'm1', person: '王*英', by: 'resident', operations: ['book_visits'] }
  const type = (caseNumber: string) => {
    const { result } = renderHook(() => useDraft('booking', EMPTY))
    act(() => {
      result.current.set('caseNumber', caseNumber)
    })
    return result
  }
  const found = () => renderHook(() => useDraft('booking', EMPTY)).result.current.values.caseNumber
  const begin = (mandate = forWang) => {
    act(() => {
      beginActing(mandate)
    })
  }
  const stored = () => JSON.stringify([...taroState.storage])

  afterEach(() => {
    act(endActing)
  })

  test('what was typed for oneself is not there for the other, and is there again afterwards', () => {
    type('MINE')
    begin()
    expect(found()).toBe('')
    act(endActing)
    expect(found()).toBe('MINE')
  })

  test('what was typed for somebody is there again on their pages alone, and goes with the mandate', () => {
    begin()
    type('HERS')
    expect(found()).toBe('HERS')
    act(endActing)
    expect(found()).toBe('')
    expect(stored()).not.toContain('HERS')
    begin({ ...forWang, mandate: 'm2' })
    expect(found()).toBe('')
  })

  test('what is still typed on a page that is being left is not kept', () => {
    begin()
    const { result } = renderHook(() => useDraft('booking', EMPTY), { wrapper: OpenedPages })
    act(endActing)
    act(() => {
      result.current.set('caseNumber', 'HERS')
    })
    expect(stored()).not.toContain('HERS')
  })

  test('what is only about oneself, as a sign-in, is the same before and after', () => {
    const own = () => renderHook(() => useDraft('sign-in', EMPTY, { own: true })).result
    const before = own()
    act(() => {
      before.current.set('caseNumber', 'MINE')
    })
    begin()
    expect(own().current.values.caseNumber).toBe('MINE')
  })
})
