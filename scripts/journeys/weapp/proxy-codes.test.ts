import { person } from '../../../bff/test/people'
import type { WeappApp } from '../../weapp-runner'
import { MONDAY_MORNING, openHall } from '../support/visits'
import { fillIn, press, sees } from './hands'
import { prepareJourneys } from './phone'
import { acceptTask, askByCode, mandateCode, openTask, tryByCode, type Terms } from './proxy'
import { clerk, staffPage } from './staff'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)
const MINUTE = 60_000
const TERMS: Terms = { operations: ['look_up_cases'], days: '1' }

describe('the code that the person reads out', () => {
  async function codeAsked(): Promise<WeappApp> {
    const { stack } = journey
    const counter = await journey.open({ ...(await clerk(stack, 'township-clerk')), start: staffPage('home') })
    await openTask(counter, 'wangxiuying')
    const volunteer = await journey.open({ ...(await clerk(stack, 'volunteer')), start: staffPage('home') })
    await acceptTask(volunteer)
    await askByCode(volunteer, TERMS)
    return volunteer
  }

  const codesSent = ({ report }: WeappApp): number =>
    report.requests.filter(({ url }) => /\/v1\/staff\/mandates\/[^/]+\/code$/.test(url)).length

  async function enter(volunteer: WeappApp, code: string): Promise<void> {
    await fillIn(volunteer, '验证码', code)
    await press(volunteer, '确认')
  }

  test('is good once: replayed for the next mandate it is wrong', async () => {
    const { stack } = journey
    const volunteer = await codeAsked()
    await press(volunteer, '去填验证码')
    const code = await mandateCode(stack, 'wangxiuying')
    await enter(volunteer, code)
    await sees(volunteer, /本人同意了，委托已生效/)
    const { token } = volunteer.stored('one-visit:staff-session') as { token: string }
    const [own] = (await stack.call('GET /v1/staff/mandates', { token })).items
    const again = { token, params: { id: own?.id ?? '' }, body: { code } }
    expect(await stack.refused('POST /v1/staff/mandates/:id/code', again)).toMatchObject({ code: 'mandate_not_pending' })
    await press(volunteer, '回到这件求助')
    await press(volunteer, /^交回委托/, 'link')
    await press(volunteer, '交回')
    await sees(volunteer, /已交回/)
    await press(volunteer, '回到这件求助')
    await journey.pass(MINUTE)
    await askByCode(volunteer, TERMS)
    await press(volunteer, '去填验证码')
    const next = await mandateCode(stack, 'wangxiuying')
    expect(next).not.toBe(code)
    await enter(volunteer, code)
    await sees(volunteer, /验证码不对或已过期/)
    await enter(volunteer, next)
    await sees(volunteer, /本人同意了，委托已生效/)
  })

  test('cannot be guessed: after five wrong ones even the right one must wait, and so after five minutes it is over', async () => {
    const { stack } = journey
    const volunteer = await codeAsked()
    await press(volunteer, '去填验证码')
    const code = await mandateCode(stack, 'wangxiuying')
    const wrong = ['111111', '222222', '333333', '444444', '555555', '666666'].filter((guess) => guess !== code).slice(0, 5)
    for (const [index, guess] of wrong.entries()) {
      await enter(volunteer, guess)
      await volunteer.waitFor(() => codesSent(volunteer) === index + 1)
      await sees(volunteer, /验证码不对或已过期/)
    }
    await enter(volunteer, code)
    await sees(volunteer, /试的次数太多了.*请过一段时间再试/)
    await journey.pass(6 * MINUTE)
    await enter(volunteer, code)
    await sees(volunteer, /验证码不对或已过期/)
  })

  test('is never sent to the one who will act', async () => {
    const { stack } = journey
    const counter = await journey.open({ ...(await clerk(stack, 'township-clerk')), start: staffPage('home') })
    await openTask(counter, 'wangxiuying', { phone: person('liuzhiqiang').phone })
    const volunteer = await journey.open({ ...(await clerk(stack, 'volunteer')), start: staffPage('home') })
    await acceptTask(volunteer)
    await tryByCode(volunteer, TERMS)
    await sees(volunteer, /验证码不能发给代办人。请到窗口当面办理/)
    await stack.runJob('outbox')
    const sent = stack.fakes.smsSent(person('liuzhiqiang').phone).map(({ template }) => template)
    expect(sent).not.toContain('mandate_code')
  })
})
