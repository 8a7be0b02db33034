import type { ServerResponse } from 'node:http'
import { z } from 'zod'

/** What is wrong with a department for now. */
export const Fault = z.strictObject({
  latencyMs: z.number().int().min(0).max(600_000).optional(),
  /** Added to it, so much on average: most calls take little more, a few much more. */
  spreadMs: z.number().min(0).max(60_000).optional(),
  /** Share of calls, 0 to 1, that answer HTTP 500. */
  errorRate: z.number().min(0).max(1).optional(),
  mode: z.enum(['hang', 'bad_json', 'wrong_shape', 'refuse']).nullable().optional(),
})
export type Fault = z.infer<typeof Fault>

/** Spoils one answer; true when the response has been dealt with (or will never come). */
export async function spoil(fault: Fault | undefined, response: ServerResponse): Promise<boolean> {
  if (!fault) return false
  const { latencyMs = 0, spreadMs = 0 } = fault
  const delay = latencyMs - spreadMs * Math.log(1 - Math.random())
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
  if (fault.mode === 'hang') return true
  if (fault.mode === 'refuse') {
    response.socket?.destroy()
    return true
  }
  if (fault.errorRate !== undefined && Math.random() < fault.errorRate) return end(response, 500, 'text/html', '<h1>500</h1>')
  if (fault.mode === 'bad_json') return end(response, 200, 'application/json', '{"errcode": 0, "data": {')
  if (fault.mode === 'wrong_shape')
    return end(response, 200, 'application/json', '{"errcode":0,"errmsg":"ok","data":{"rows":"none"},"openid":7}')
  return false
}

function end(response: ServerResponse, status: number, type: string, body: string): true {
  response.writeHead(status, { 'content-type': type }).end(body)
  return true
}
