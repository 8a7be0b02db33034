import type { FieldProblem, ProblemCode } from '@one-visit/shared/kernel/problem'

/** What can go wrong before any answer arrives; the BFF knows nothing of these. */
const LOCAL_PROBLEMS = {
  offline: { title: '现在没有网络', action: '内容没有丢失，有网络后再试一次。' },
  timeout: { title: '网络太慢，没有等到结果', action: '内容没有丢失，请再试一次。' },
  unreadable_reply: { title: '我们这边出了问题', action: '内容没有丢失，请稍后再试；急办请打电话。' },
  page_over: { title: '这一页已经收起', action: '请回到首页，再打开一次。' },
} as const

export type LocalProblemCode = keyof typeof LOCAL_PROBLEMS

interface ApiProblemInit {
  code: ProblemCode | LocalProblemCode
  title: string
  detail: string
  action: string
  fields: readonly FieldProblem[]
  /** Seconds, or null when trying again sooner or later makes no difference. */
  retryAfter: number | null
  /** What to read out on the phone; null when no answer came. */
  requestId: string | null
}

/** The one error that `call` throws. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: ApiProblemInit['code']
  readonly title: string
  readonly detail: string
  readonly action: string
  readonly fields: readonly FieldProblem[]
  readonly retryAfter: number | null
  readonly requestId: string | null

  constructor(init: ApiProblemInit) {
    super(`${init.code}: ${init.detail}`)
    this.code = init.code
    this.title = init.title
    this.detail = init.detail
    this.action = init.action
    this.fields = init.fields
    this.retryAfter = init.retryAfter
    this.requestId = init.requestId
  }

  /** Nothing reached the BFF, or nothing came back: trying the same again may help. */
  get isNetwork(): boolean {
    return this.code === 'offline' || this.code === 'timeout'
  }
}

export function localProblem(code: LocalProblemCode): ApiProblem {
  const { title, action } = LOCAL_PROBLEMS[code]
  return new ApiProblem({ code, title, detail: title, action, fields: [], retryAfter: null, requestId: null })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function readFields(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (field): field is FieldProblem =>
      isRecord(field) && typeof field['path'] === 'string' && typeof field['message'] === 'string',
  )
}

/**
 * Reads `application/problem+json`; anything else (a proxy's page) becomes `unreadable_reply`. The BFF always says what happened and
 * what to do, so the list of all problems stays with it, and a code that is newer than this app is told in the BFF's words.
 */
export function readProblem(body: unknown): ApiProblem {
  if (!isRecord(body)) return localProblem('unreadable_reply')
  const { code, title, detail, action } = body
  if (!isText(code) || !isText(title) || !isText(action)) return localProblem('unreadable_reply')
  return new ApiProblem({
    code: code as ProblemCode,
    title,
    detail: isText(detail) ? detail : title,
    action,
    fields: readFields(body['fields']),
    retryAfter: typeof body['retryAfter'] === 'number' ? body['retryAfter'] : null,
    requestId: typeof body['requestId'] === 'string' ? body['requestId'] : null,
  })
}

/** Whatever was thrown, as something a page can show. */
export function toProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : localProblem('unreadable_reply')
}
