import { licenceOf, show, signInToShow } from '../../bff/test/licences'
import { startTestServer, type TestServer } from '../../bff/test/test-server'
import { type Outcome, verifyOffline } from './verify-offline'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const published = async (name: string): Promise<unknown> => (await fetch(`${server.url}/.well-known/${name}`)).json()

/** What the BFF publishes now, as somebody who checks offline downloads it. */
const download = async () => ({ keys: await published('jwks.json'), status: await published('licence-status.json') })

type Documents = Awaited<ReturnType<typeof download>>

const verify = (code: string, documents: Documents): Promise<Outcome> =>
  verifyOffline({ ...documents, code, now: server.clock.now(), seen: {} })

test('a licence shown by the BFF is checked with what it publishes, and no more once the library cancelled it', async () => {
  const token = await signInToShow(server, 'chenjianguo')
  await server.runJob('licence-status')
  const { qr } = await show(server, token, { way: 'offline', fields: ['name', 'over18'] })
  expect(await verify(qr, await download())).toMatchObject({
    licence: {
      type: 'id_card',
      fields: [
        ['name', '陈建国'],
        ['over18', '是'],
      ],
    },
  })
  const { licenceId } = await licenceOf(server, token, 'id_card')
  server.fakes.cancelLicence(licenceId)
  // The next run of the job, while the code still lives.
  server.clock.advance(30_000)
  await server.runJob('licence-status')
  expect(await verify(qr, await download())).toEqual({ failure: 'revoked' })
})

test('documents downloaded before the BFF went down still serve while they and the code live', async () => {
  const token = await signInToShow(server, 'chenjianguo')
  const { qr } = await show(server, token, { way: 'offline' })
  const documents = await download()
  server.clock.advance(59_000)
  expect(await verify(qr, documents)).toHaveProperty('licence')
  server.clock.advance(31_000)
  expect(await verify(qr, documents)).toEqual({ failure: 'expired' })
})
