import { licenceOf } from '../../../bff/test/licences'
import { MONDAY_MORNING } from '../support/visits'
import { press } from './hands'
import { holder, licencePage, showChosen } from './licences'
import { tokenOn } from './people'
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
  test.each(['online', 'offline'] as const)('the page that shows the largest licence %s keeps to the budget', async (way) => {
    const { app, token } = await opens(mode)
    const { id, fields } = await licenceOf(journey.stack, token, 'driving_licence')
    await app.open(`${licencePage('check')}?licence=${id}&fields=${fields.map(({ key }) => key).join(',')}`)
    await showChosen(app, way)
  })
})
