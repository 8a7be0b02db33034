import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { aCode, aFamily, MOTHER } from '../../testing/codes'
import { CODE, open, pass, qr, prepareCodePage } from '../../testing/code-page'

prepareCodePage()

test('family members are shown on the same screen, one tap away', async () => {
  fakeBff.replies('GET /v1/family', aFamily([{}, { id: 'waiting', name: '李*', status: 'pending' }]))
  open()
  await pass(0)
  expect(screen.getAllByRole('radio').map(({ textContent }) => textContent.replace('●', ''))).toEqual([
    '我本人',
    '王*英（父亲或母亲）',
  ])
  fakeBff.replies(CODE, aCode({ person: { ref: MOTHER, name: '王*英', relation: 'parent' } }))
  press('王*英（父亲或母亲）', 'radio')
  await pass(0)
  expect(fakeBff.received(CODE).at(-1)?.endpoint).toBe(`GET /v1/health-codes/${MOTHER}`)
  expect(qr()?.getAttribute('aria-label')).toContain('王*英')
})

test('a family member who ended it is not shown any more, not even from the copy', async () => {
  fakeBff.replies('GET /v1/family', aFamily([{}]))
  fakeBff.replies(CODE, aCode({ person: { ref: MOTHER, name: '王*英', relation: 'parent' } }))
  open({ person: MOTHER })
  await pass(1_000)
  fakeBff.refuses(CODE, 'not_found')
  await pass(61_000)
  expect(screen.getByText(/没有这个人的健康码/)).toBeTruthy()
  expect(screen.queryByText('王*英')).toBeNull()
  expect(JSON.stringify([...taroState.storage])).not.toContain('没有发现需要关注的情况')
})

test('whose binding has ended leaves the choice as well; the own code is shown, and it says so', async () => {
  fakeBff.replies('GET /v1/family', aFamily([{}]))
  fakeBff.replies(CODE, aCode({ person: { ref: MOTHER, name: '王*英', relation: 'parent' } }))
  open({ person: MOTHER })
  await pass(1_000)
  fakeBff.replies('GET /v1/family', aFamily())
  fakeBff.refuses(CODE, 'not_found')
  await pass(61_000)
  expect(screen.getByText(/那位家人已经不在您的名单里/)).toBeTruthy()
  expect(screen.queryByText(/王\*英/)).toBeNull()
  expect(screen.queryByRole('radio')).toBeNull()
})

test('somebody who was added a moment ago is shown, though the list on the phone is older', async () => {
  open().unmount()
  await pass(1_000)
  fakeBff.replies('GET /v1/family', aFamily([{}]))
  fakeBff.replies(CODE, aCode({ person: { ref: MOTHER, name: '王*英', relation: 'parent' } }))
  open({ person: MOTHER })
  await pass(1_000)
  expect(qr()?.getAttribute('aria-label')).toContain('王*英')
  expect(screen.queryByText(/那位家人已经不在您的名单里/)).toBeNull()
  expect(screen.getAllByRole('radio')).toHaveLength(2)
})
