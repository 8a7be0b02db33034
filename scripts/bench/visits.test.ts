import { wishesOf } from './visits'

test('everybody wants one time of each group, neighbours times of the same day', () => {
  const slots = [
    [['a1', 'a2'], ['a3']],
    [['b1'], ['b2']],
  ]
  expect(wishesOf(['ann', 'bob', 'cy', 'di'], slots)).toEqual([
    { token: 'ann', slotId: 'a1' },
    { token: 'bob', slotId: 'a2' },
    { token: 'cy', slotId: 'a3' },
    { token: 'di', slotId: 'a3' },
    { token: 'ann', slotId: 'b1' },
    { token: 'bob', slotId: 'b1' },
    { token: 'cy', slotId: 'b2' },
    { token: 'di', slotId: 'b2' },
  ])
})

test('a day without times is an error', () => {
  expect(() => wishesOf(['ann'], [[[]]])).toThrow('nothing to book')
})
