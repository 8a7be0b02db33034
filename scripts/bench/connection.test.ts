import { readAnswer } from './connection'

const text = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 6\r\n\r\n"茶"X'

test('an answer is read once all of it is there', () => {
  const bytes = Buffer.from(text)
  expect(readAnswer(bytes.subarray(0, 30))).toBeNull()
  expect(readAnswer(bytes.subarray(0, -1))).toBeNull()
  expect(readAnswer(bytes)).toEqual({ answer: { status: 200, body: '"茶"X' }, end: bytes.length })
})

test('an answer without body ends with its head', () => {
  const head = 'HTTP/1.1 204 No Content\r\nDate: now\r\n\r\n'
  expect(readAnswer(Buffer.from(`${head}HTTP`))).toEqual({ answer: { status: 204, body: '' }, end: head.length })
})

test('an answer whose end cannot be known is an error', () => {
  expect(() => readAnswer(Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'))).toThrow('Content-Length')
})
