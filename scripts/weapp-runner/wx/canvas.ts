import { isCallable, type Dictionary } from '../dynamic'

const GLYPH_WIDTH = 10

/** A drawing context that takes every call, counts it, and draws nothing. */
function makeContext(drew: () => void): object {
  const known: Dictionary = { measureText: (text: unknown) => ({ width: String(text).length * GLYPH_WIDTH }) }
  return new Proxy(known, {
    get: (target, name) => {
      if (typeof name === 'symbol') return undefined
      return name in target
        ? target[name]
        : () => {
            drew()
            return { addColorStop() {} }
          }
    },
  })
}

/** The canvas node of wx.createSelectorQuery: calls of its context are counted. */
export function makeCanvas(drew: () => void): Dictionary {
  return {
    width: 300,
    height: 150,
    getContext: () => makeContext(drew),
    createImage: () => ({}),
    requestAnimationFrame: (work: unknown) =>
      setTimeout(() => {
        if (isCallable(work)) work()
      }, 16),
    cancelAnimationFrame: (timer: NodeJS.Timeout) => {
      clearTimeout(timer)
    },
    toDataURL: () => 'data:,',
  }
}
