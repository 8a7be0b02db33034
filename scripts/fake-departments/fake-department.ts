/** One request to a fake department, its body parsed. */
export interface FakeRequest {
  readonly method: string
  /** Below the department's prefix, for instance `id-card/applications`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Record<string, unknown>
}

export interface FakeDepartment {
  /** Behind the provincial gateway, so that signatures are checked and replies go in its envelope. */
  readonly tif: boolean
  /** The reply as JSON, or its promise; null for a path it does not know. */
  answer(request: FakeRequest): unknown
}

/** The provincial envelope around data. */
export function ok(data: unknown): { errcode: 0; errmsg: 'ok'; data: unknown } {
  return { errcode: 0, errmsg: 'ok', data }
}

export function refused(errcode: number, errmsg: string): { errcode: number; errmsg: string; data: null } {
  return { errcode, errmsg, data: null }
}

export function textOf(body: Record<string, unknown>, name: string): string {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}
