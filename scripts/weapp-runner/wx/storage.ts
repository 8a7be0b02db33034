import { asText, type Dictionary } from '../dynamic'
import { weChatLimits } from '../limits'
import type { Sandbox } from '../logic-layer/sandbox'
import { ApiFailure, type ApiCalls } from './calls'

/** wx storage: values as JSON, at most 1 MB a key and 10 MB in all. */
export class Storage {
  private readonly values: Map<string, string>

  constructor(initial: Dictionary) {
    this.values = new Map(Object.entries(initial).map(([key, value]) => [key, JSON.stringify(value)]))
  }

  get keys(): string[] {
    return [...this.values.keys()]
  }

  get bytes(): number {
    return [...this.values].reduce((sum, [key, json]) => sum + Buffer.byteLength(key) + Buffer.byteLength(json), 0)
  }

  json(key: string): string | undefined {
    return this.values.get(key)
  }

  readAll(): Dictionary {
    return Object.fromEntries([...this.values.keys()].map((key) => [key, this.read(key)]))
  }

  read(key: string): unknown {
    const json = this.values.get(key)
    return json === undefined ? undefined : JSON.parse(json)
  }

  /** Throws ApiFailure above WeChat's limits; then nothing is written. */
  write(key: string, value: unknown): void {
    const json = JSON.stringify(value ?? null)
    const bytes = Buffer.byteLength(key) + Buffer.byteLength(json)
    if (bytes > weChatLimits.storageBytesPerKey) throw new ApiFailure(`data of "${key}" exceeds 1 MB`)
    const before = this.values.get(key)
    const freed = before === undefined ? 0 : Buffer.byteLength(key) + Buffer.byteLength(before)
    if (this.bytes - freed + bytes > weChatLimits.storageBytes) throw new ApiFailure('exceed storage max size 10Mb')
    this.values.set(key, json)
  }

  remove(key: string): void {
    this.values.delete(key)
  }

  clear(): void {
    this.values.clear()
  }

  private info(): Dictionary {
    return { keys: this.keys, currentSize: Math.ceil(this.bytes / 1024), limitSize: weChatLimits.storageBytes / 1024 }
  }

  apis(calls: ApiCalls, sandbox: Sandbox): Dictionary {
    const find = (key: unknown): unknown => {
      const json = this.json(asText(key))
      if (json === undefined) throw new ApiFailure('data not found')
      return sandbox.parse(json)
    }
    const writeSync = (key: unknown, value: unknown): void => {
      try {
        this.write(asText(key), value)
      } catch (thrown) {
        throw thrown instanceof ApiFailure ? sandbox.newError(`setStorageSync:fail ${thrown.message}`) : thrown
      }
    }
    return {
      getStorageSync: (key: unknown) => (this.json(asText(key)) === undefined ? '' : find(key)),
      setStorageSync: writeSync,
      removeStorageSync: (key: unknown) => {
        this.remove(asText(key))
      },
      clearStorageSync: () => {
        this.clear()
      },
      getStorageInfoSync: () => sandbox.clone(this.info()),
      getStorage: calls.asynchronous('getStorage', ({ key }) => ({ data: find(key) })),
      setStorage: calls.asynchronous('setStorage', ({ key, data }) => {
        this.write(asText(key), data)
      }),
      removeStorage: calls.asynchronous('removeStorage', ({ key }) => {
        this.remove(asText(key))
      }),
      clearStorage: calls.asynchronous('clearStorage', () => {
        this.clear()
      }),
      getStorageInfo: calls.asynchronous('getStorageInfo', () => this.info()),
    }
  }
}
