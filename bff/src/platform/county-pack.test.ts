import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CountyPackError, loadCountyPack } from './county-pack'

const shipped = path.join(__dirname, '../../counties')
const copies: string[] = []

afterAll(() => copies.forEach((folder) => rmSync(folder, { recursive: true })))

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Puts a value at a path such as `offices.1.division`; one after the last of a list is added. */
function put(content: Json, at: string, value: Json): void {
  const keys = at.split('.')
  const last = keys.pop() ?? ''
  const inside = keys.reduce((place, key) => (place as Record<string, Json>)[key]!, content)
  ;(inside as Record<string, Json>)[last] = value
}

/** A copy of 茶陵's pack in which one file has other text, or other values at some paths. */
function packWith(file: string, change: string | Record<string, Json>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'county-'))
  copies.push(folder)
  cpSync(path.join(shipped, '430224-chaling'), path.join(folder, '430224-chaling'), { recursive: true })
  const place = path.join(folder, '430224-chaling', file)
  if (typeof change === 'string') {
    writeFileSync(place, change)
    return folder
  }
  const content = JSON.parse(readFileSync(place, 'utf8')) as Json
  for (const [at, value] of Object.entries(change)) put(content, at, value)
  writeFileSync(place, JSON.stringify(content))
  return folder
}

const messageOf = (folder: string, division = '430224'): string => {
  try {
    loadCountyPack(folder, division)
  } catch (error) {
    if (error instanceof CountyPackError) return error.message
    throw error
  }
  throw new Error('the pack was taken')
}

test.each([
  ['430224', '茶陵县', 18, '云阳街道便民服务中心'],
  ['430212', '株洲市渌口区', 8, '渌口镇便民服务中心'],
])('the shipped pack %s loads', (division, name, townships, oneOfThem) => {
  const pack = loadCountyPack(shipped, division)
  expect(pack.county).toMatchObject({ division, name, phone: '12345' })
  const centres = pack.offices.filter(({ kind }) => kind === 'township_centre')
  expect(centres).toHaveLength(townships)
  expect(centres.map((office) => office.name)).toContain(oneOfThem)
  expect(pack.booking.elderQuotaPercent).toBe(20)
  expect(pack.proxy.promisedWorkingDays).toBe(3)
})

test('what is made up about an office says so', () => {
  for (const division of ['430224', '430212']) {
    for (const office of loadCountyPack(shipped, division).offices) {
      expect(office.sample).toContain('address')
      expect(office.sample.includes('location')).toBe(office.location?.sample)
      expect(office.sample.includes('phone')).toBe(office.phone !== '12345')
    }
  }
})

test('every mistake is named with its file and path', () => {
  const folder = packWith('county.json', { division: '43', name: '', phone: 'call us', extra: 1 })
  writeFileSync(path.join(folder, '430224-chaling/booking.json'), '{}')
  const message = messageOf(folder)
  for (const place of ['at division', 'at name', 'at phone', 'extra', 'at elderQuotaPercent']) expect(message).toContain(place)
  expect(message).toContain(path.join('430224-chaling', 'county.json'))
  expect(message).toContain(path.join('430224-chaling', 'booking.json'))
})

test('a file that is no JSON, a missing file and a missing pack are refused', () => {
  expect(messageOf(packWith('opening.json', '{'))).toContain('opening.json')
  const without = packWith('offices.json', '')
  rmSync(path.join(without, '430224-chaling/offices.json'))
  expect(messageOf(without)).toContain('offices.json')
  expect(messageOf(shipped, '999999')).toContain('999999')
})

const noHours = { date: '2026-02-28', kind: 'open', reason: '加班' }
const noSuchDay = { date: '2026-02-30', kind: 'closed', reason: '检修' }

const youngerThan = { name: '疫苗', minAge: 60, maxAge: 50, doses: 2, minIntervalDays: 0, repeatAfterDays: null }
const tooSoonAgain = { ...youngerThan, maxAge: null, minIntervalDays: 60, repeatAfterDays: 60 }

const ACROSS = 'cross-province.json'
const question = { id: 'q', label: '哪一天？', hint: null, kind: 'date', required: true, options: [] }
const twoSteps = { region: ['到{town}去。'] }

test.each<[why: string, file: string, at: string, value: Json, named: string]>([
  ['a division other than the folder', 'county.json', 'division', '430212', 'county.json at division: the folder says 430224'],
  ['a township of elsewhere', 'offices.json', 'offices.1.division', '430212001', 'offices.json at offices.1.division'],
  ['a township without its own division', 'offices.json', 'offices.1.division', '430224', 'offices.json at offices.1.division'],
  ['two offices of one id', 'offices.json', 'offices.2.id', 'xiadong', 'at offices.2: xiadong stands here twice'],
  ['no county hall', 'offices.json', 'offices.0.kind', 'township_centre', 'at offices: there must be one county hall'],
  ['an unknown item group', 'offices.json', 'offices.0.windows.0.itemGroup', 'x', 'at offices.0.windows.0.itemGroup'],
  ['no window', 'offices.json', 'offices.1.windows.0.open', 0, 'at offices.1.windows.0: no window at all'],
  ['an unknown feature', 'offices.json', 'offices.0.accessibility', ['slide'], 'at offices.0.accessibility.0'],
  ['a group that nobody serves', 'item-groups.json', 'itemGroups.7.id', 'x', 'item-groups.json at itemGroups.7.id'],
  ['an age band without anybody', 'item-groups.json', 'itemGroups.8.vaccine', youngerThan, 'at itemGroups.8.vaccine.maxAge'],
  ['doses without days between', 'item-groups.json', 'itemGroups.8.vaccine', youngerThan, 'vaccine.minIntervalDays: a series'],
  [
    'a series that never ends',
    'item-groups.json',
    'itemGroups.8.vaccine',
    tooSoonAgain,
    'at itemGroups.8.vaccine.repeatAfterDays',
  ],
  ['a vaccine without doses', 'item-groups.json', 'itemGroups.9.vaccine.doses', 0, 'at itemGroups.9.vaccine.doses'],
  ['a group that says nothing of vaccines', 'item-groups.json', 'itemGroups.0.vaccine', 'no', 'at itemGroups.0.vaccine'],
  ['a place the wrong way round', 'offices.json', 'offices.1.location.latitude', 113.5, 'at offices.1.location.latitude'],
  ['a made-up place that does not say so', 'offices.json', 'offices.1.location.sample', false, 'at offices.1.location.sample'],
  ['a missing place called sample', 'offices.json', 'offices.1.location', null, 'at offices.1.location.sample'],
  ['an unknown holiday', 'opening.json', 'holidays.0.holiday', '国庆节', 'at holidays.0.holiday'],
  ['two rules for a holiday', 'opening.json', 'holidays.1.holiday', '元旦', 'at holidays.1: 元旦 stands here twice'],
  ['hours that end too early', 'opening.json', 'saturdayHours.0.to', '08:00', 'at saturdayHours.0: ends before it begins'],
  ['hours that overlap', 'opening.json', 'ordinaryHours.1.from', '11:00', 'at ordinaryHours: spans overlap'],
  ['a time that is none', 'opening.json', 'ordinaryHours.1.to', '25:00', 'at ordinaryHours.1.to'],
  ['a day that does not exist', 'opening.json', 'overrides.0', noSuchDay, 'at overrides.0.date: a day that exists'],
  ['an open day without hours', 'opening.json', 'overrides.0', noHours, 'at overrides.0.hours'],
  ['an item across provinces that is none', ACROSS, 'items.1.item', 'x', 'items.1.item: no item x in items.json'],
  ['an item not done across provinces', ACROSS, 'items.1.item', 'id-card-renew', 'id-card-renew has no crossProvince'],
  ['a lost item across provinces', ACROSS, 'items.1.item', 'x', 'disability-subsidies is not in cross-province.json'],
  ['the same item across provinces twice', ACROSS, 'items.1.item', 'remote-care-filing', 'at items.1: remote-care-filing'],
  ['an online item without a form', ACROSS, 'items.0.form', null, 'at items.0.form: a form exactly when remote-care-filing'],
  ['a form of what no phone can do', ACROSS, 'items.1.form', { questions: [question], declaration: '是' }, 'at items.1.form'],
  ['a form without a question', ACROSS, 'items.0.form.questions', [], 'at items.0.form.questions'],
  ['a choice without options', ACROSS, 'items.0.form.questions.0.options', [], 'questions.0.options: two or more for a choice'],
  ['two questions of one id', ACROSS, 'items.0.form.questions.1.id', 'stay-kind', 'questions.1: stay-kind stands here twice'],
  ['nobody who decides', ACROSS, 'items.0.steps', {}, 'at items.0.steps: steps of one side at least'],
  ['a side that is none', ACROSS, 'items.0.steps', { town: ['去。'] }, 'at items.0.steps'],
  ['words with an unknown place', ACROSS, 'items.0.steps', twoSteps, 'at items.0.steps.region.0: places in braces'],
  ['a region of a made-up code', ACROSS, 'regions.0.division', '430399', 'at regions.0.division: no division of GB/T 2260'],
  ['two regions of one id', ACROSS, 'regions.1.id', 'shaoshan', 'at regions.1: shaoshan stands here twice'],
  ['a region with an unlisted item', ACROSS, 'regions.0.items', ['x'], 'at regions.0.items.0: no item x in this file'],
  ['a special window that is none', ACROSS, 'itemGroup', 'x', 'at itemGroup: no item group x in item-groups.json'],
  ['a booking for what is done elsewhere', 'items.json', 'items.0.places', '派出所', 'items.json at items.0.itemGroup'],
  ['an area at no office', 'self-service.json', 'areas.1.office', 'x', 'self-service.json at areas.1.office'],
  ['two areas of an office', 'self-service.json', 'areas.1.office', 'hall', 'at areas.1: hall stands here twice'],
  ['an unknown machine', 'self-service.json', 'areas.0.machines.1', 'x', 'at areas.0.machines.1: no machine x'],
  ['an area without machines', 'self-service.json', 'areas.0.machines', [], 'at areas.0.machines'],
  ['a machine that stands nowhere', 'self-service.json', 'machines.0.id', 'x', 'at machines.0.id: x stands in no area'],
  ['a machine that does nothing', 'self-service.json', 'machines.0.does', [], 'at machines.0.does'],
  ['extra days without an office', 'offices.json', 'offices.0.opensOnExtraDays', false, 'opening.json at holidays'],
])('%s is refused', (_, file, at, value, named) => {
  expect(messageOf(packWith(file, { [at]: value }))).toContain(named)
})
