import { LICENCE_PRESETS, LICENCE_TYPE_TEXT, LICENCE_TYPES } from '@one-visit/shared/licences/rules'
import { prepareJourneys } from '../support/journey'
import { chooseAllFields, openHolder, showChosen, showPreset } from '../support/licences'
import { scanScreen } from '../support/scan'
import { MONDAY_MORNING } from '../support/visits'
import { arrivesAt, sees } from '../support/hands'
import { checkPage, ELDER, ORDINARY } from '../support/page-checks'
import { collectPageFacts } from '../support/page-facts'

const journey = prepareJourneys({ start: MONDAY_MORNING })

const MODES = [
  ['ordinary mode', {}, { ...ORDINARY }],
  ['elder mode', { elderText: 18 }, { ...ELDER }],
  ['elder mode with text of 30 px', { elderText: 30 }, { ...ELDER, text: 30 }],
] as const
/** Of these 陈建国 has all fields. */
const TYPES = LICENCE_TYPES.filter((type) => !['hk_macau_permit', 'birth_certificate'].includes(type))

/** More codes in a minute than a person shows would be held back. */
const BETWEEN_MS = 10_000

/** What a genuine offline code says. */
const read = (text: string) => {
  const checked = journey.stack.deps.signer.verifyOfflineLicence(text)
  if ('failure' in checked) throw new Error(checked.failure)
  return checked.content
}

describe.each(MODES)('in %s at 375 px the scanner reads', (_, options, promised) => {
  test.each(['online', 'offline'] as const)('every preset, %s', async (way) => {
    const visitor = await openHolder(journey, 'chenjianguo', options)
    const { page } = visitor
    for (const { name, type } of LICENCE_PRESETS) {
      await showPreset(visitor, name, way)
      await sees(page, LICENCE_TYPE_TEXT[type].name)
      const { text, level, version } = await scanScreen(page)
      expect([level, version <= 15]).toEqual(['M', true])
      if (way === 'online') expect(text).toMatch(/^OV1P:[0-9A-F]{64}$/)
      else expect(read(text).type).toBe(type)
      expect(checkPage(await collectPageFacts(page), promised)).toEqual([])
      await journey.pass(BETWEEN_MS)
    }
  })

  test('all fields of every licence, offline', async () => {
    const visitor = await openHolder(journey, 'chenjianguo', options)
    const { page } = visitor
    for (const type of TYPES) {
      const licence = await chooseAllFields(visitor, journey, type)
      await arrivesAt(page, '请核对')
      await showChosen(page, 'offline')
      const { text, level, version } = await scanScreen(page)
      expect([level, version <= 15]).toEqual(['M', true])
      expect(read(text).fields).toEqual(licence.fields.map(({ key, value }) => [key, value]))
      await journey.pass(BETWEEN_MS)
    }
  })
})
