import type { Activity } from '../activity'
import { asDictionary, asText, isDictionary, type Dictionary } from '../dynamic'
import type { Sandbox } from '../logic-layer/sandbox'
import type { Reporter, RequestRecord } from '../report'
import { ApiFailure, type ApiCalls } from './calls'
import type { Device } from './device'

/** WeChat knows no PATCH. */
const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])
const DEFAULT_TIMEOUT_MS = 60_000

interface Outgoing {
  url: URL
  method: string
  headers: Record<string, string>
  body: string | null
  timeoutMs: number
}

const formEncoded = (data: Dictionary): string =>
  new URLSearchParams(Object.entries(data).map(([key, value]) => [key, asText(value)])).toString()

function outgoing(options: Dictionary): Outgoing {
  const url = new URL(asText(options.url))
  const method = (asText(options.method) || 'GET').toUpperCase()
  const given = Object.entries(asDictionary(options.header)).map(([name, value]) => [name.toLowerCase(), asText(value)])
  const headers = { 'content-type': 'application/json', ...(Object.fromEntries(given) as Record<string, string>) }
  const { data } = options
  const isBodiless = method === 'GET' || method === 'HEAD'
  if (isBodiless && isDictionary(data)) for (const [key, value] of Object.entries(data)) url.searchParams.set(key, asText(value))
  const body = isBodiless || data === undefined || data === null ? null : bodyOf(data, headers['content-type'])
  return { url, method, headers, body, timeoutMs: typeof options.timeout === 'number' ? options.timeout : DEFAULT_TIMEOUT_MS }
}

function bodyOf(data: unknown, contentType: string): string {
  if (typeof data === 'string') return data
  return contentType.includes('x-www-form-urlencoded') ? formEncoded(asDictionary(data)) : JSON.stringify(data)
}

export interface RequestTools {
  sandbox: Sandbox
  reporter: Reporter
  activity: Activity
  device: Device
  /** `host:port` of the servers in the app's domain list; over http as well, because tests run on loopback. */
  allowHosts: readonly string[]
  /** Where a host really is; see LaunchOptions. */
  connectTo: Readonly<Record<string, string>>
  currentPage: () => string
}

/** wx.request over real HTTP, with WeChat's rules: domain list, methods, network state. */
export class Requests {
  constructor(private readonly tools: RequestTools) {}

  apis(calls: ApiCalls): Dictionary {
    return {
      request: (given: unknown) => {
        const abort = new AbortController()
        const answered = calls.asynchronous('request', (options) => this.send(options, abort))(given)
        const task = {
          abort: () => {
            abort.abort(new Error('abort'))
          },
          onHeadersReceived() {},
          offHeadersReceived() {},
        }
        // A call without callbacks gives a promise that is also the task.
        return isDictionary(answered) ? Object.assign(answered, task) : task
      },
    }
  }

  private refuse(reason: string): never {
    this.tools.reporter.fail('wx.request', reason)
    throw new ApiFailure(reason)
  }

  private async send(options: Dictionary, abort: AbortController): Promise<Dictionary> {
    const request = outgoing(options)
    const { report } = this.tools.reporter
    const record: RequestRecord = {
      method: request.method,
      url: asText(options.url),
      page: this.tools.currentPage(),
      bytesOut: Buffer.byteLength(request.body ?? ''),
      bytesIn: 0,
    }
    report.requests.push(record)
    if (!this.tools.allowHosts.includes(request.url.host)) this.refuse(`url not in domain list: ${request.url.origin}`)
    if (!METHODS.has(request.method)) this.refuse(`method ${request.method} is not supported`)
    const stopWatching = this.tools.device.whileOnline(() => {
      abort.abort(new Error('net::ERR_INTERNET_DISCONNECTED'))
    })
    try {
      if (!this.tools.device.isOnline) throw new Error('net::ERR_INTERNET_DISCONNECTED')
      return await this.exchange(request, asText(options.responseType), asText(options.dataType) || 'json', record, abort)
    } catch (thrown) {
      record.error = thrown instanceof Error ? thrown.message : String(thrown)
      throw new ApiFailure(record.error, { errno: 600001 })
    } finally {
      stopWatching()
    }
  }

  private whereReally(url: URL): URL {
    const moved = new URL(url)
    moved.host = this.tools.connectTo[url.host] ?? url.host
    return moved
  }

  private async exchange(
    { url, method, headers, body, timeoutMs }: Outgoing,
    responseType: string,
    dataType: string,
    record: RequestRecord,
    abort: AbortController,
  ): Promise<Dictionary> {
    const timer = setTimeout(() => {
      abort.abort(new Error('timeout'))
    }, timeoutMs)
    try {
      const reply = await fetch(this.whereReally(url), { method, headers, body, signal: abort.signal })
      const bytes = new Uint8Array(await reply.arrayBuffer())
      Object.assign(record, { status: reply.status, bytesIn: bytes.byteLength })
      const { sandbox, device } = this.tools
      if (device.losesReplies) throw new Error('net::ERR_CONNECTION_RESET')
      const data = responseType === 'arraybuffer' ? sandbox.newBuffer(bytes) : this.decode(bytes, dataType)
      return { data, statusCode: reply.status, header: Object.fromEntries(reply.headers), cookies: reply.headers.getSetCookie() }
    } finally {
      clearTimeout(timer)
    }
  }

  /** Parsed JSON when it is JSON and JSON was asked for, else the text, as WeChat does. */
  private decode(bytes: Uint8Array, dataType: string): unknown {
    const text = new TextDecoder().decode(bytes)
    if (dataType !== 'json') return text
    try {
      return this.tools.sandbox.parse(text)
    } catch {
      return text
    }
  }
}
