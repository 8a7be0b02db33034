import type { IncomingMessage, ServerResponse } from 'node:http'
import { addHealthTest, cancelLicence, giveDose, listLicences, setHealthColour } from './admin-records'
import { Fault } from './faults'
import { parseObject, readText, sendJson } from './http-message'
import { PEOPLE } from './people'
import { DEPARTMENT_NAMES, type World } from './world'

type Answer = readonly [status: number, body: unknown]

/**
 * For tests and whoever tries the app: `PUT /admin/faults/:department`, `DELETE /admin/faults`, `GET /admin/faults`,
 * `POST /admin/cases/:number/advance`, `PUT /admin/health-colours/:person`, `POST /admin/health-tests/:person`,
 * `POST /admin/doses/:person`, `GET /admin/licences/:person`, `POST /admin/licences/:licenceId/cancel`, `GET /admin/sms?phone=`, `GET /admin/wechat`, `GET /admin/calls`, `GET /admin/people`.
 */
export async function answerAdmin(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake')
  const [, , what = '', which = ''] = url.pathname.split('/')
  const route = `${request.method ?? ''} ${what}`
  const body = parseObject(await readText(request))
  const [status, answer] = dispatch(world, route, { which: decodeURIComponent(which), url, body })
  sendJson(response, status, answer)
}

interface AdminCall {
  readonly which: string
  readonly url: URL
  readonly body: unknown
}

function dispatch(world: World, route: string, call: AdminCall): Answer {
  switch (route) {
    case 'PUT faults':
      return setFault(world, call)
    case 'DELETE faults':
      world.faults.clear()
      return [200, {}]
    case 'GET faults':
      return [200, Object.fromEntries(world.faults)]
    case 'POST cases':
      return world.books.some((book) => book.advance(call.which))
        ? [200, { advanced: true }]
        : [404, { errmsg: 'nothing left to happen' }]
    case 'PUT health-colours':
      return setHealthColour(world, call.which, call.body)
    case 'POST health-tests':
      return addHealthTest(world, call.which, call.body)
    case 'POST doses':
      return giveDose(world, call.which, call.body)
    case 'GET licences':
      return listLicences(world, call.which)
    case 'POST licences':
      return cancelLicence(world, call.which)
    case 'GET sms':
      return [200, smsTo(world, call.url.searchParams.get('phone'))]
    case 'GET wechat':
      return [200, world.wechatMessages]
    case 'GET calls':
      return [200, Object.fromEntries(world.calls)]
    case 'GET people':
      return [200, PEOPLE]
    default:
      return [404, { errmsg: 'no such address' }]
  }
}

function setFault(world: World, { which, body }: AdminCall): Answer {
  const name = DEPARTMENT_NAMES.find((one) => one === which)
  const fault = Fault.safeParse(body)
  if (!name) return [404, { errmsg: `departments: ${DEPARTMENT_NAMES.join(', ')}` }]
  if (!fault.success) return [422, { errmsg: fault.error.message }]
  world.faults.set(name, fault.data)
  return [200, fault.data]
}

const smsTo = (world: World, phone: string | null): unknown => world.sms.filter((one) => phone === null || one.phone === phone)
