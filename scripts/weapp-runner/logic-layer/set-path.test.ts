import { propertyDefaults, setPath } from './set-path'

test.each([
  ['name', { name: 1 }],
  ['rows[1].name', { rows: [undefined, { name: 1 }] }],
  ['rows[0][1]', { rows: [[undefined, 1]] }],
  ['root.cn.[0].p1', { root: { cn: [{ p1: 1 }] } }],
])('writes at %s', (path, expected) => {
  const data = {}
  setPath(data, path, 1)
  expect(data).toEqual(expected)
})

test('keeps what is beside the path', () => {
  const data = { rows: [{ id: 'a' }, { id: 'b' }] }
  setPath(data, 'rows[1].name', '王')
  expect(data).toEqual({ rows: [{ id: 'a' }, { id: 'b', name: '王' }] })
})

test('properties declared by type alone have no default', () => {
  expect(propertyDefaults({ number: String, open: { type: Boolean, value: true } })).toEqual({ number: undefined, open: true })
})
