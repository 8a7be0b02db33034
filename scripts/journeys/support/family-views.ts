import type { Page } from 'playwright-core'
import { person } from '../../../bff/test/people'
import { arrivesAt, fillIn, press, sees } from './hands'
import { becomePerson, sessionOf, stateOf, tokenOn, turnBackFromRealName } from './holder-views'
import { HEALTH_CODE } from './licences'
import type { Stack } from './stack'
import { refusal } from './view-parts'
import type { View } from './views'
import type { Visitor } from './visitor'

const family = (screen: string): string => `/features/family/pages/${screen}/index`

/** Of whom the resident shows one, has asked another, and is asked by a third. */
interface Family {
  readonly child: string
  readonly mother: string
}

async function ensureMember(stack: Stack, token: string, key: string, relation: 'child' | 'parent' | 'other'): Promise<string> {
  const { name, residentId } = person(key)
  const { members } = await stack.call('GET /v1/family', { token })
  const first = name.slice(0, 1)
  // Names on numbers may be tried a few times only.
  const known = members.find((member) => member.name.startsWith(first))
  if (known) return known.id
  return (await stack.call('POST /v1/family', { token, body: { name, residentId, relation } })).id
}

/** Days may pass from view to view, and requests end after seven: made anew when they have. */
async function ensureFamily(visitor: Visitor, stack: Stack): Promise<Family> {
  const token = await tokenOn(visitor)
  await sessionOf(stack, 'wangxiuying')
  const asker = await sessionOf(stack, 'lixiaohong')
  const child = await ensureMember(stack, token, 'zhangwei', 'child')
  const mother = await ensureMember(stack, token, 'wangxiuying', 'parent')
  await ensureMember(stack, asker, 'chenjianguo', 'other')
  return { child, mother }
}

type Then = (page: Page) => Promise<void>

const withFamily =
  (page: string, queryOf: (made: Family) => string, then: Then): View['reach'] =>
  async (visitor, stack) => {
    const made = await ensureFamily(visitor, stack)
    await visitor.open(page + queryOf(made))
    await then(visitor.page)
  }

const noQuery = (): string => ''
const showing =
  (words: string | RegExp): Then =>
  (page) =>
    sees(page, words)
const pressing =
  (button: string): Then =>
  async (page) => {
    await press(page, button)
    await page.getByRole('alert').waitFor()
  }

async function addPerson(page: Page, key: string): Promise<void> {
  const { name, residentId } = person(key)
  await fillIn(page, '家人的姓名', name)
  await fillIn(page, '家人的身份证号', residentId)
  await press(page, /^添加$/)
}

const inColour = (colour: 'yellow' | 'red', word: string): View =>
  stateOf(HEALTH_CODE, `health-code-${colour}`, 'nobody', async (visitor, stack) => {
    const until = new Date(stack.clock.now().getTime() + 86_400_000)
    stack.fakes.setHealthColour('lixiaohong', { colour, cause: '三天内到过有疫情的地方，请做一次检测', until })
    await becomePerson(visitor, stack, 'lixiaohong')
    await visitor.open(HEALTH_CODE)
    await sees(visitor.page, word)
  })

const HEALTH_VIEWS: readonly View[] = [
  stateOf(HEALTH_CODE, 'health-code', 'resident', '绿码 · 可以通行'),
  stateOf(HEALTH_CODE, 'health-code-out', 'nobody', '登录后能看您和家人的健康码'),
  inColour('yellow', '黄码 · 请配合查验'),
  inColour('red', '红码 · 请勿外出'),
  stateOf(
    HEALTH_CODE,
    'health-code-family',
    'resident',
    withFamily(HEALTH_CODE, ({ child }) => `?person=${child}`, showing(/^张\*$/)),
  ),
  stateOf(HEALTH_CODE, 'health-code-old', 'resident', async ({ page, open }, stack) => {
    await sees(page, '绿码 · 可以通行')
    stack.clock.advance(5 * 60_000)
    stack.fakes.setFault('health', { mode: 'bad_json' })
    await open(HEALTH_CODE)
    await sees(page, /^卫健系统现在不能用/)
  }),
  stateOf(HEALTH_CODE, 'health-code-offline', 'resident', async ({ page, open }) => {
    await sees(page, '绿码 · 可以通行')
    await page.route('**/v1/**', (route) => route.abort('internetdisconnected'))
    await open(HEALTH_CODE)
    await sees(page, '再试一次')
  }),
  stateOf(HEALTH_CODE, 'health-code-gone', 'nobody', async (visitor, stack) => {
    await becomePerson(visitor, stack, 'lixiaohong')
    await visitor.page.route('**/v1/family', (route) => route.abort('internetdisconnected'))
    await visitor.open(`${HEALTH_CODE}?person=019a0000-0000-7000-8000-0000000000c1`)
    await sees(visitor.page, /^卫健系统里没有这个人的健康码/)
  }),
]

export const FAMILY_VIEWS: readonly View[] = [
  ...HEALTH_VIEWS,
  stateOf(family('list'), 'family', 'resident', withFamily(family('list'), noQuery, showing('移出'))),
  stateOf(family('list'), 'family-out', 'nobody', '登录后能添加和查看家人'),
  stateOf(family('list'), 'family-newcomer', 'newcomer', turnBackFromRealName),
  stateOf(family('list'), 'family-none', 'nobody', async (visitor, stack) => {
    await becomePerson(visitor, stack, 'liuzhiqiang')
    await visitor.open(family('list'))
    await sees(visitor.page, '您还没有添加家人')
  }),
  stateOf(family('add'), 'family-add', 'resident', ({ page }) => pressing('下一步')(page)),
  stateOf(family('add-person'), 'family-person-start', 'resident', '从头开始'),
  stateOf(family('add-person'), 'family-person', 'resident', ({ page }) => pressing('添加')(page), '?relation=parent'),
  stateOf(
    family('add-person'),
    'family-refused',
    'resident',
    async ({ page }) => {
      await page.route('**/v1/family', (route) =>
        route.request().method() === 'POST' ? route.fulfill(refusal('not_same_household')) : route.continue(),
      )
      await addPerson(page, 'lixiaohong')
      await sees(page, '改一改再添加')
    },
    '?relation=other',
  ),
  stateOf(
    family('add-person'),
    'family-waiting',
    'resident',
    withFamily(
      family('add-person'),
      () => '?relation=parent',
      async (page) => {
        await addPerson(page, 'wangxiuying')
        await arrivesAt(page, '等家人同意')
      },
    ),
  ),
  stateOf(
    family('add-person'),
    'family-added',
    'resident',
    withFamily(
      family('add-person'),
      () => '?relation=child',
      async (page) => {
        await addPerson(page, 'zhangwei')
        await arrivesAt(page, '已添加家人')
      },
    ),
  ),
  stateOf(
    family('confirm-code'),
    'family-code',
    'resident',
    withFamily(family('confirm-code'), ({ mother }) => `?id=${mother}`, pressing('确认')),
  ),
  stateOf(family('confirm-code'), 'family-code-gone', 'resident', '看我的家人', '?id=nothing'),
  stateOf(family('requests'), 'family-requests', 'resident', withFamily(family('requests'), noQuery, showing(/^同意李/))),
  stateOf(family('requests'), 'family-requests-none', 'nobody', async (visitor, stack) => {
    await becomePerson(visitor, stack, 'liuzhiqiang')
    await visitor.open(family('requests'))
    await sees(visitor.page, '现在没有人等您答复')
  }),
  stateOf(
    family('remove'),
    'family-remove',
    'resident',
    withFamily(family('remove'), ({ child }) => `?id=${child}`, showing(/^移出张/)),
  ),
  stateOf(family('remove'), 'family-remove-gone', 'resident', '看我的家人', '?id=nothing'),
]
