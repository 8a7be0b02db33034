import { verifyOffline, type Shown } from '../../verify-licence/verify-offline'
import type { WeappApp } from '../../weapp-runner'
import { MONDAY_MORNING } from '../support/visits'
import { arrivesAt, press, sees } from './hands'
import { chooseReason, holder, licencePage, listOf, scanWith, showChosen, showPreset } from './licences'
import { prepareJourneys } from './phone'
import { scan, showsQr } from './scan'
import { clerk, staffPage } from './staff'

const journey = prepareJourneys({ start: MONDAY_MORNING })
const SECOND = 1000

const opensHolder = async (): Promise<WeappApp> =>
  journey.open({ ...(await holder(journey.stack, 'chenjianguo')), start: licencePage('wallet') })

/** What a verifier has on a device without a network: the keys and the list, as they are published now. */
async function published(): Promise<Pick<Shown, 'keys' | 'status' | 'seen'>> {
  const { stack } = journey
  await stack.runJob('licence-status')
  return {
    keys: await stack.call('GET /.well-known/jwks.json', {}),
    status: await stack.call('GET /.well-known/licence-status.json', {}),
    seen: {},
  }
}

const now = () => journey.stack.clock.now()

test('a code that carries the fields is verified without asking anybody, once, and not after its end', async () => {
  const app = await opensHolder()
  await showPreset(app, '查驾驶证', 'offline')
  await sees(app, /对方用不联网的查验工具扫码/)
  expect(app.text()).not.toMatch(/扫不了时，请对方填写/)
  const code = await scan(app)
  expect(code).toMatch(/^OV1L:/)
  const known = await published()
  const outcome = await verifyOffline({ ...known, code, now: now() })
  expect(outcome).toMatchObject({
    licence: {
      type: 'driving_licence',
      fields: [
        ['name', '陈建国'],
        ['number', '430224198507120019'],
        ['vehicleClass', 'C1'],
        ['validUntil', expect.any(String)],
      ],
    },
  })
  const seen = 'seen' in outcome ? outcome.seen : {}
  expect(await verifyOffline({ ...known, code, now: now(), seen })).toEqual({ failure: 'replayed' })
  await journey.pass(61 * SECOND)
  expect(showsQr(app)).toBe(false)
  await journey.pass(30 * SECOND)
  expect(await verifyOffline({ ...(await published()), code, now: now() })).toEqual({ failure: 'expired' })
})

test('one of a licence that was cancelled since is refused with the list of the next minute', async () => {
  const { fakes } = journey.stack
  const app = await opensHolder()
  await showPreset(app, '查驾驶证', 'offline')
  const code = await scan(app)
  fakes.cancelLicence(fakes.licenceIdsOf('chenjianguo')['中华人民共和国机动车驾驶证'] ?? '')
  await journey.pass(31 * SECOND)
  expect(await verifyOffline({ ...(await published()), code, now: now() })).toEqual({ failure: 'revoked' })
})

test('staff with a network check the same code, and it is used up', async () => {
  const app = await opensHolder()
  const staff = await journey.open({ ...(await clerk(journey.stack)), start: staffPage('verify') })
  await chooseReason(staff)
  await showPreset(app, '证明已满 18 岁', 'offline')
  const code = await scan(app)
  await scanWith(staff, code)
  await sees(staff, /查验通过.*离线出示，签名已核对/)
  expect(listOf(staff, '对方给您看的内容')).toBe('证照居民身份证姓名陈建国已满 18 岁是')
  await press(staff, '查验下一个')
  await scanWith(staff, code)
  await sees(staff, /这个码已经查验过一次/)
})

test('"stop" says that whoever scanned it has seen it', async () => {
  const app = await opensHolder()
  await showPreset(app, '证明已满 18 岁', 'offline')
  await press(app, '停止出示')
  await sees(app, /对方如果已经扫到，内容已经看到；码最多 60 秒后自动不能用/)
  expect(showsQr(app)).toBe(false)
})

test('what does not fit into one code is refused with a way on: fewer fields, or with a network', async () => {
  const app = await journey.open({ ...(await holder(journey.stack, 'liuzhiqiang')), start: licencePage('present') })
  await press(app, /^营业执照/, 'link')
  for (const box of app.findAllByRole('checkbox')) await app.tap(box)
  await press(app, '下一步')
  await press(app, /^对方那里没有网络/, 'radio')
  await press(app, '出示 60 秒')
  await sees(app, /选的内容太多，一个离线码放不下/)
  await press(app, '少选几项')
  await arrivesAt(app, '选要给对方看的内容')
  await app.back()
  await press(app, /^对方能上网/, 'radio')
  await showChosen(app)
  expect(await scan(app)).toMatch(/^OV1P:/)
})
