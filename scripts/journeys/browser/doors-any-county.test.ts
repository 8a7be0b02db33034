import { readsAnItemOfEachZone } from '../support/doors'
import { prepareJourneys } from '../support/journey'
import { MONDAY_MORNING } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING, county: '430212' })

test('another county has the same zones, each with what can be done there, in two taps', async () => {
  await readsAnItemOfEachZone(await journey.visit())
})
