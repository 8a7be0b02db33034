import type { Inflate } from '@one-visit/shared/licences/status-list'

/** Unpacks in Node and in browsers, and stops as soon as more comes out than may. */
export const inflate: Inflate = async (packed, limit) => {
  const unpacked = new Uint8Array(limit)
  let length = 0
  const stream = new Blob([Uint8Array.from(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (length + part.value.length > limit) {
      await reader.cancel()
      throw new RangeError('it unpacks to more than it may')
    }
    unpacked.set(part.value, length)
    length += part.value.length
  }
  return unpacked.subarray(0, length)
}
