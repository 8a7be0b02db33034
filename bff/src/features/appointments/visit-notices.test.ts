import path from 'node:path'
import { type CountyPack, loadCountyPack } from '../../platform/county-pack'
import * as notices from './visit-notices'

const packs = ['430224', '430212'].map((division) => loadCountyPack(path.join(__dirname, '../../../counties'), division))
const longest = (texts: readonly string[]): string => texts.reduce((long, text) => (text.length > long.length ? text : long), '')

const VISIT: notices.VisitFacts = {
  appointmentId: 'a1',
  number: '1121482905',
  itemGroupName: '户籍和身份证',
  officeName: '茶陵县政务服务中心',
  officePhone: '12345',
  date: '2026-11-21',
  startsAt: '09:00',
}
const TO: notices.Recipient = { accountId: 'p1', phone: null }
const OFFER = { entryId: 'w1', offerEndsAt: '2026-11-21T01:20:00.000Z', offered: { date: '2026-11-23', startsAt: '14:20' } }

const all = (visit: notices.VisitFacts, reason: string): notices.VisitNotice[] => [
  notices.bookedNotice(visit, TO),
  notices.movedByOfficeNotice(visit, TO, reason),
  notices.cancelledByOfficeNotice(visit, TO, reason),
  notices.offeredPlaceNotice(visit, TO, OFFER),
  notices.closureOfferNotice(visit, TO, reason, OFFER),
  notices.closureNoOfferNotice(visit, TO, reason),
  notices.waitingClosedNotice(visit, TO, 'w1', reason),
  notices.waitingClosedNotice(visit, TO, 'w1', reason),
  notices.dayBeforeReminder(visit, TO),
  notices.twoHoursReminder(visit, TO),
  notices.pausedNotice(visit, TO, '2026-11-28T01:00:00.000Z', reason),
]

/** With the longest names that the pack has, on a day that takes the most characters. */
const longestVisit = ({ offices, itemGroups }: CountyPack): notices.VisitFacts => ({
  ...VISIT,
  officeName: longest(offices.map(({ name }) => name)),
  itemGroupName: longest(itemGroups.map(({ name }) => name)),
  officePhone: longest(offices.map(({ phone }) => phone)),
  startsAt: '10:00',
})

test.each(packs)(
  'with the longest names of $county.name and a long reason, every notice is short enough for SMS and WeChat',
  (pack) => {
    for (const { title, body } of all(longestVisit(pack), '因全县供电线路检修，'.repeat(10))) {
      expect(title.length).toBeLessThanOrEqual(20)
      expect(`${title}：${body}`.length).toBeLessThanOrEqual(140)
    }
  },
)

test('every notice begins with when, says whom to ring, and leads to a page', () => {
  for (const { body, link } of all(VISIT, '停电')) {
    expect(body).toMatch(/^\d+月\d+日 周. [上下]午\d+:\d\d/)
    expect(body).toContain('12345')
    expect(link).toMatch(/^\/features\/appointments\/pages\/(visit\/index\?id=a1|waiting\/index\?id=w1|visits\/index)$/)
    expect(body).not.toMatch(/\d{4}-\d\d/)
  }
})

test('no two occasions are the same', () => {
  const occasions = [...all(VISIT, '停电'), ...all({ ...VISIT, appointmentId: 'a2' }, '停电')].map(({ occasion }) => occasion)
  // Both ways an offer can come about are one entry's one offer here, and it is the same for both visits, as is its end.
  expect(new Set(occasions).size).toBe(16)
})

test('people read what happened, when, where and until when', () => {
  expect(notices.bookedNotice(VISIT, TO).body).toBe(
    '11月21日 周六 上午9:00，茶陵县政务服务中心，户籍和身份证。预约号 1121 482 905，请带好证件。来不了请早点取消，或拨 12345。',
  )
  expect(notices.offeredPlaceNotice(VISIT, TO, OFFER).body).toBe(
    '11月21日 周六 上午9:00，茶陵县政务服务中心，户籍和身份证。已为您留到上午9:20，请在这之前打开“消息”确认，或拨 12345。',
  )
  expect(notices.closureOfferNotice(VISIT, TO, '停电检修。', OFFER).body).toBe(
    '11月21日 周六 上午9:00，茶陵县政务服务中心，户籍和身份证，这次办不了：停电检修。为您另留了11月23日 周一 下午2:20，请在11月21日 周六 上午9:20前打开“消息”确认，或拨 12345。',
  )
})

test('what people see on the screen anyway is not pushed; what they would come in vain for is', () => {
  const reach = Object.fromEntries(
    all(VISIT, '停电').map(({ occasion, reach: how }) => [occasion.split(':').slice(2).join(':'), how]),
  )
  expect(reach).toMatchObject({
    booked: 'inbox',
    'day-before': 'wechat',
    'two-hours': 'urgent',
    closed: 'urgent',
    moved: 'urgent',
  })
})
