import { randomUUID } from 'node:crypto'
import { DEMO_TIF } from '../../../scripts/fake-departments/tif-check'
import { sensitive } from '../platform/sensitive'
import { createPoliceClient } from './police/client'
import { type DepartmentDesk, openDesk } from './testing/department-desk'
import { tifHeaders, tifSignature } from './tif'

/** Token, timestamp, nonce, signature. */
const VECTORS = [
  ['sample-token-0001', '1763700000', 'n0nce-abc123', '8dd202c8cbb183c00940537f8fbdd40d663811d01e4be02328bab7b630cc11c2'],
  ['茶陵测试', '1767225599', '7f', 'c87c12b82440a6c47d74fc7d880b2ea235f1cb4638afd21c75e1dc65a4fdaad9'],
] as const

it.each(VECTORS)('signs by the provincial convention: %s %s %s', (token, timestamp, nonce, signature) => {
  expect(tifSignature(token, timestamp, nonce)).toBe(signature)
})

describe('a signed call', () => {
  let desk: DepartmentDesk
  afterEach(() => desk.close())
  const BODY = JSON.stringify({ idNumber: '430224194803120023' })
  const account = { paasId: DEMO_TIF.paasId, token: sensitive<string>(DEMO_TIF.token) }

  const send = async (headers: Record<string, string>, body = BODY): Promise<number> => {
    const url = `${desk.fakes.url}/police/id-card/applications`
    return (await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })).status
  }

  it('is accepted once: its nonce cannot be used again', async () => {
    desk = await openDesk()
    const headers = tifHeaders(account, BODY, desk.clock.now())
    expect([await send(headers), await send(headers)]).toEqual([200, 401])
  })

  it('is refused when any part of it is altered', async () => {
    desk = await openDesk()
    const altered: Record<string, string> = {
      'x-tif-paasid': 'another',
      'x-tif-timestamp': String(Math.floor(desk.clock.now().getTime() / 1000) + 1),
      'x-tif-nonce': randomUUID(),
      'x-tif-signature': '0'.repeat(64),
      'x-body-digest': '0'.repeat(64),
    }
    for (const [name, value] of Object.entries(altered)) {
      expect([name, await send({ ...tifHeaders(account, BODY, desk.clock.now()), [name]: value })]).toEqual([name, 401])
    }
    expect(await send(tifHeaders(account, BODY, desk.clock.now()), BODY.replace('23"', '24"'))).toBe(401)
  })

  it('is refused more than 180 seconds off', async () => {
    desk = await openDesk()
    const at = (seconds: number): Date => new Date(desk.clock.now().getTime() + seconds * 1000)
    expect(await send(tifHeaders(account, BODY, at(-180)))).toBe(200)
    expect(await send(tifHeaders(account, BODY, at(-181)))).toBe(401)
    expect(await send(tifHeaders(account, BODY, at(181)))).toBe(401)
  })

  it('with a token the department does not know makes it unavailable, and is not tried again', async () => {
    desk = await openDesk({}, 'another-token')
    await expect(
      createPoliceClient(desk).verifyRealName(sensitive('王秀英'), sensitive('430224194803120023')),
    ).rejects.toMatchObject({
      code: 'department_unavailable',
    })
    expect(desk.calls('police')).toBe(1)
    expect(desk.logged.join('')).toContain('401')
  })
})
