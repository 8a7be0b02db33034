import { person } from '../../../bff/test/people'
import type { WeappApp } from '../../weapp-runner'
import { MONDAY_MORNING } from '../support/visits'
import { arrivesAt, fillIn, press, pressTwice, requestsTo, sees } from './hands'
import { CODE_PAGE, seesFresh } from './health-code'
import { tokenOn, verified } from './people'
import { prepareJourneys } from './phone'

const journey = prepareJourneys({ start: MONDAY_MORNING })
const FAMILY = 'features/family/pages/list/index'
const SECOND = 1000
const DAUGHTER = '李\\*红'
const MOTHER = '王\\*英'

const familyOf = (app: WeappApp) => journey.stack.call('GET /v1/family', { token: tokenOn(app) })

/** From the family list to what was answered: somebody is added, or asked. */
async function add(app: WeappApp, key: string, relation: string): Promise<void> {
  await arrivesAt(app, '我的家人')
  await press(app, '添加家人')
  await arrivesAt(app, '您要添加谁？')
  await press(app, relation, 'radio')
  await press(app, '下一步')
  await arrivesAt(app, '家人叫什么？')
  await fillIn(app, '家人的姓名', person(key).name)
  await fillIn(app, '家人的身份证号', person(key).residentId)
  await pressTwice(app, '添加')
}

async function remove(app: WeappApp, link: RegExp, submit: string): Promise<void> {
  await press(app, link, 'link')
  await arrivesAt(app, '确认一下')
  await press(app, submit)
  await arrivesAt(app, '已经生效')
}

/** Somebody who has an account, on the phone of whom the page is open. */
const phoneOf = async (key: string, start: string) => journey.open({ ...(await verified(journey.stack, key)), start })

/** What stays on a phone of the person of that id. */
const keptOf = (app: WeappApp, id: string): string[] =>
  Object.keys(app.storage()).filter((key) => key.includes('health-codes') && key.includes(id))

test('a child of the household is shown on the same screen at once, and no longer once removed', async () => {
  const { stack } = journey
  const app = await phoneOf('chenjianguo', CODE_PAGE)
  await seesFresh(app, '陈\\*国')
  await press(app, '添加家人')
  await add(app, 'zhangwei', '孩子')
  await arrivesAt(app, '已添加家人')
  expect(requestsTo(app, 'POST', '/v1/family')).toBe(1)
  await press(app, '看他的健康码')
  await seesFresh(app, '张\\*')
  const [child] = (await familyOf(app)).members
  await press(app, '我本人', 'radio')
  await seesFresh(app, '陈\\*国')
  await press(app, '张*（孩子）', 'radio')
  await seesFresh(app, '张\\*')
  expect(keptOf(app, child?.id ?? '')).toHaveLength(1)

  await press(app, '添加家人')
  await sees(app, /张\*（孩子）.*未成年人，按户口簿添加/)
  await remove(app, /^移出张\*$/, '移出')
  expect(keptOf(app, child?.id ?? '')).toEqual([])
  const params = { person: child?.id ?? '' }
  expect(await stack.refused('GET /v1/health-codes/:person', { token: tokenOn(app), params })).toMatchObject({
    code: 'not_found',
  })
  await app.open(CODE_PAGE)
  await seesFresh(app, '陈\\*国')
  expect(app.findAllByRole('radio')).toEqual([])
})

test('a child of another household is refused with the next best thing', async () => {
  const app = await phoneOf('lixiaohong', FAMILY)
  await add(app, 'zhangwei', '孩子')
  await arrivesAt(app, '户口簿上不在同一户')
  await sees(app, /也可以带双方的身份证、户口簿到大厅窗口办理/)
  await press(app, '改一改再添加')
  await arrivesAt(app, '家人叫什么？')
  expect((await familyOf(app)).members).toEqual([])
})

test('an elder agrees by reading out the code from her own phone; a wrong one does nothing', async () => {
  const { stack } = journey
  await verified(stack, 'wangxiuying')
  const app = await phoneOf('lixiaohong', FAMILY)
  await add(app, 'wangxiuying', '父亲或母亲')
  await arrivesAt(app, '等家人同意')
  await press(app, '填写他手机上的验证码')
  await arrivesAt(app, '填写家人的验证码')
  await stack.runJob('outbox')
  const sent = stack.fakes.smsSent(person('wangxiuying').phone).at(-1)
  expect(sent).toMatchObject({ template: 'family_code', params: { asker: '李*红' } })
  const code = sent?.params['code'] ?? ''
  await fillIn(app, '验证码', code === '123456' ? '654321' : '123456')
  await press(app, '确认')
  await sees(app, /验证码不对或已过期/)
  await fillIn(app, '验证码', code)
  await pressTwice(app, '确认')
  await arrivesAt(app, '已添加家人')
  await press(app, '看他的健康码')
  await seesFresh(app, MOTHER)
})

test('an elder agrees in her own app, in elder mode; when she ends it, it is over on the other phone', async () => {
  const { stack } = journey
  const mother = await journey.open(await verified(stack, 'wangxiuying'))
  const daughter = await phoneOf('lixiaohong', FAMILY)
  await add(daughter, 'wangxiuying', '父亲或母亲')
  await arrivesAt(daughter, '等家人同意')
  await press(daughter, '看我的家人')
  await sees(daughter, /王\*英（父亲或母亲）.*等对方同意/)

  await press(mother, /^长辈版/, 'switch')
  await mother.open('pages/me/index')
  await press(mother, /^我的家人/, 'link')
  await sees(mother, /有 1 个人想在自己的手机上出示您的健康码/)
  await press(mother, '去答复')
  await sees(mother, new RegExp(`${DAUGHTER}（您的孩子）想在自己的手机上出示`))
  await press(mother, '同意李*红')
  await sees(mother, /已同意/)

  await journey.pass(16 * SECOND)
  await sees(daughter, /王\*英（父亲或母亲）.*本人已同意/)
  await press(daughter, /^看健康码：王\*英/, 'link')
  await seesFresh(daughter, MOTHER)
  const id = (await familyOf(daughter)).members[0]?.id ?? ''

  await mother.open(FAMILY)
  await remove(mother, /^不再让他看：李\*红/, '不再让他看')
  const asDaughter = { token: tokenOn(daughter), params: { person: id } }
  expect(await stack.refused('POST /v1/health-codes/:person/token', asDaughter)).toMatchObject({ code: 'not_found' })
  await journey.pass(61 * SECOND)
  await sees(daughter, /那位家人已经不在您的名单里，下面是您本人的健康码/)
  expect(keptOf(daughter, id)).toEqual([])
  await daughter.open(CODE_PAGE)
  await seesFresh(daughter, DAUGHTER)
  expect(daughter.text()).not.toMatch(new RegExp(MOTHER))
})

test('who does not want it says no, and nothing was ever seen', async () => {
  const mother = await phoneOf('wangxiuying', FAMILY)
  await sees(mother, /没有人能在别的手机上看您的健康码/)
  const daughter = await phoneOf('lixiaohong', FAMILY)
  await add(daughter, 'wangxiuying', '父亲或母亲')
  await arrivesAt(daughter, '等家人同意')
  await journey.pass(16 * SECOND)
  await press(mother, '去答复')
  await press(mother, '不同意李*红')
  await sees(mother, /没有同意，他看不到您的健康码/)
  expect((await familyOf(daughter)).members).toEqual([])
})
