import { callScript } from './setup/call-script'

// RFC 6238, appendix B (SHA-1), last six of its eight digits; the secret is "12345678901234567890".
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [20000000000, '353130'],
])('at second %i the code is %s', (second, code) => {
  expect(callScript('../totp.mjs', 'totpAt', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', second * 1000)).toBe(code)
})
