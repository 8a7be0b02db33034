import { deflateRawSync } from 'node:zlib'
import { inflate } from './inflate'

test('gives back what was packed, up to the limit', async () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i & 255)
  expect(await inflate(deflateRawSync(bytes), 1000)).toEqual(bytes)
  await expect(inflate(deflateRawSync(bytes), 999)).rejects.toThrow(RangeError)
})

test('a small file that unpacks to a large one is stopped', async () => {
  const bomb = deflateRawSync(new Uint8Array(50_000_000))
  expect(bomb.length).toBeLessThan(100_000)
  await expect(inflate(bomb, 131_072)).rejects.toThrow(RangeError)
})

test('what is not packed is refused', async () => {
  await expect(inflate(Uint8Array.of(255, 255, 255), 100)).rejects.toThrow()
})
