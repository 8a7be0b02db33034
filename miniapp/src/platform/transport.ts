import Taro from '@tarojs/taro'
import { localProblem } from './api-problem'

export interface TransportRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  /** JSON text. */
  body?: string
  timeoutMs: number
}

export interface TransportReply {
  status: number
  /** Parsed JSON, or null when there was none. */
  body: unknown
}

export type Transport = (request: TransportRequest) => Promise<TransportReply>

function failureText(error: unknown): string {
  if (error instanceof Error) return `${error.name} ${error.message}`
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg)
  return ''
}

/** Sends through `wx.request` or `fetch`; every failure to get an answer becomes `timeout` or `offline`. */
export const taroTransport: Transport = async ({ method, url, headers, body, timeoutMs }) => {
  try {
    const reply = await Taro.request<unknown>({
      method,
      url,
      header: headers,
      timeout: timeoutMs,
      dataType: 'json',
      ...(body === undefined ? {} : { data: body }),
    })
    return { status: reply.statusCode, body: reply.data ?? null }
  } catch (error) {
    throw localProblem(/time ?out|abort/i.test(failureText(error)) ? 'timeout' : 'offline')
  }
}
