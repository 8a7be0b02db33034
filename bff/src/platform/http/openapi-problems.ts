import type { Endpoint } from '@one-visit/shared/kernel/endpoints'
import { type ProblemCode, PROBLEMS } from '@one-visit/shared/kernel/problem'

/** The body of every error (RFC 9457). */
export const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'action', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    detail: { type: 'string', description: 'Plain Chinese, for people.' },
    action: { type: 'string', description: 'What a person can do next.' },
    requestId: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
    retryAfter: { type: 'integer', description: 'Seconds.' },
  },
} as const

/** Every code the endpoint can answer with: its own and those that come with what it declares. */
export function problemsOf(endpoint: Endpoint): ProblemCode[] {
  const codes: ProblemCode[] = [
    'too_many_requests',
    'stopping',
    'service_unavailable',
    'internal_error',
    ...(endpoint.problems ?? []),
  ]
  if (endpoint.body) codes.push('malformed_request', 'body_too_large', 'unsupported_media_type', 'request_timeout')
  if (endpoint.body ?? endpoint.query ?? endpoint.params) codes.push('invalid_input')
  if (endpoint.access !== 'public') codes.push('sign_in_required', 'session_expired', 'not_allowed')
  if (endpoint.access === 'resident' && (endpoint.assurance ?? 1) >= 2) codes.push('real_name_required')
  if (endpoint.access === 'resident' && endpoint.assurance === 3) codes.push('step_up_required')
  if (endpoint.idempotent) codes.push('idempotency_key_missing', 'idempotency_key_reused')
  return [...new Set(codes)]
}

/** One response for each status, naming the codes that share it. */
export function problemResponses(endpoint: Endpoint): Record<string, object> {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of problemsOf(endpoint)) {
    const { status } = PROBLEMS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries([...byStatus].map(([status, codes]) => [String(status), problemResponse(codes)]))
}

function problemResponse(codes: readonly ProblemCode[]): object {
  return {
    description: codes.map((code) => `\`${code}\` ${PROBLEMS[code].title}`).join('; '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}
