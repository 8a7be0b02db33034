import type { IncomingMessage } from 'node:http'
import { problem } from '../errors'
import { parseJson } from './parse-json'

const USUAL_BYTES = 64 * 1024
const JSON_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i

/**
 * Reads a JSON body: UTF-8, uncompressed, at most `maxBytes` (64 KiB unless said), complete within `timeoutMs`. Throws the problems
 * unsupported_media_type, body_too_large, request_timeout, malformed_request.
 */
export async function readJsonBody(
  request: IncomingMessage,
  timeoutMs: number,
  maxBytes: number = USUAL_BYTES,
): Promise<unknown> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity', 'content-length': length = '0' } = request.headers
  if (!JSON_TYPE.test(type) || encoding !== 'identity') throw problem('unsupported_media_type')
  if (Number(length) > maxBytes) throw tooLarge(request)
  return parseJson(decodeUtf8(await readBytes(request, timeoutMs, maxBytes)))
}

/** The rest is read and thrown away, so that the caller gets to read the answer; the server ends what goes on for ever. */
function tooLarge(request: IncomingMessage): Error {
  request.resume()
  return problem('body_too_large')
}

function readBytes(request: IncomingMessage, timeoutMs: number, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const settle = (finish: () => void): void => {
      clearTimeout(timer)
      request.off('data', onData).off('end', onEnd).off('close', onClose)
      finish()
    }
    const onData = (chunk: Buffer): void => {
      size += chunk.length
      chunks.push(chunk)
      if (size > maxBytes)
        settle(() => {
          reject(tooLarge(request))
        })
    }
    const onEnd = (): void => {
      settle(() => {
        resolve(Buffer.concat(chunks))
      })
    }
    const onClose = (): void => {
      settle(() => {
        reject(problem('malformed_request'))
      })
    }
    const timer = setTimeout(() => {
      settle(() => {
        reject(problem('request_timeout'))
      })
    }, timeoutMs)
    request.on('data', onData).on('end', onEnd).on('close', onClose)
  })
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw problem('malformed_request', { detail: '内容不是 UTF-8 编码。' })
  }
}
