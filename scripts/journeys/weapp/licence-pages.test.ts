import { licenceOf } from '../../../bff/test/licences'
import { person } from '../../../bff/test/people'
import { MONDAY_MORNING } from '../support/visits'
import { opensEach, pagesOf } from './every-page'
import { press } from './hands'
import { holder, licencePage, showChosen } from './licences'
import { tokenOn, verified } from './people'
import { prepareJourneys } from './phone'

const journey = prepareJourneys({ start: MONDAY_MORNING })
const MODES = ['ordinary', 'elder'] as const
type Mode = (typeof MODES)[number]

/** The phone of somebody who may show licences, in that mode. */
async function opens(mode: Mode) {
  const app = await journey.open(await holder(journey.stack, 'chenjianguo'))
  if (mode === 'elder') await press(app, /^长辈版/, 'switch')
  await app.open('pages/me/index')
  return { app, token: tokenOn(app) }
}

describe.each(MODES)('in %s mode', (mode) => {
  test('every page of licences keeps to the budget, and each of its controls has a role and a name', async () => {
    const { app, token } = await opens(mode)
    const { id } = await licenceOf(journey.stack, token, 'id_card')
    const pages = pagesOf('features/licences')
    expect(pages).toHaveLength(8)
    await opensEach(app, pages, `id=${id}&licence=${id}&fields=name,over18`)
  })

  test.each(['online', 'offline'] as const)('so does the page that shows the largest licence %s', async (way) => {
    const { app, token } = await opens(mode)
    const { id, fields } = await licenceOf(journey.stack, token, 'driving_licence')
    await app.open(`${licencePage('check')}?licence=${id}&fields=${fields.map(({ key }) => key).join(',')}`)
    await showChosen(app, way)
  })

  test('so does every page of the family, about somebody who is shown and somebody who is asked', async () => {
    const { stack } = journey
    await verified(stack, 'wangxiuying')
    const { app, token } = await opens(mode)
    const pages = pagesOf('features/family')
    expect(pages).toHaveLength(6)
    for (const [key, relation] of [
      ['zhangwei', 'child'],
      ['wangxiuying', 'other'],
    ] as const) {
      const { name, residentId } = person(key)
      const { id } = await stack.call('POST /v1/family', { token, body: { name, residentId, relation } })
      await opensEach(app, pages, `id=${id}&relation=${relation}`)
      await opensEach(app, pagesOf('features/health-code'), `person=${id}`)
    }
  })
})
