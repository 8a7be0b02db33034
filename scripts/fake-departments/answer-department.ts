import type { IncomingMessage, ServerResponse } from 'node:http'
import { spoil } from './faults'
import { parseObject, readText, sendJson } from './http-message'
import { DEPARTMENT_NAMES, type DepartmentName, type World } from './world'

/** `/<department>/<path>`: signature first, then whatever is wrong with the department today, then its answer. */
export async function answerDepartment(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake')
  const [, prefix = '', ...rest] = url.pathname.split('/')
  const name = DEPARTMENT_NAMES.find((one) => one === prefix)
  if (!name) {
    sendJson(response, 404, { errmsg: 'no such department' })
    return
  }
  const path = rest.join('/')
  const body = await readText(request)
  world.calls.set(`${name}/${path}`, (world.calls.get(`${name}/${path}`) ?? 0) + 1)
  if (await spoil(world.faults.get(name), response)) return
  await answer(world, name, { request, response, url, path, body })
}

interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly path: string
  readonly body: string
}

async function answer(world: World, name: DepartmentName, { request, response, url, path, body }: Call): Promise<void> {
  const department = world.departments[name]
  const refusal = department.tif ? world.checkers[name].check(request.headers, body) : null
  if (refusal) {
    sendJson(response, 401, refusal)
    return
  }
  const reply = await department.answer({
    method: request.method ?? 'GET',
    path,
    query: url.searchParams,
    body: parseObject(body),
  })
  sendJson(response, reply === null ? 404 : 200, reply ?? { errcode: 404, errmsg: 'no such operation' })
}
