import { MONDAY_MORNING } from '../../support/visits'
import { prepareJourneys } from '../phone'
import { openRounds, packageParts, type Scene } from './open-pages'
import type { Mode } from './page-checks'
import { crossProvince } from './across-scenes'
import { acting, proxy, volunteer } from './proxy-scenes'
import { appointments, catalogue, healthCode, identity, licences, main, ownFamily, progress, staff } from './scenes'

/** What there is to see on the pages of each part of the package. */
export const SCENES: Readonly<Record<string, Scene>> = {
  main,
  'features/identity': identity,
  'features/progress': progress,
  'features/appointments': appointments,
  'features/catalogue': catalogue,
  'features/cross-province': crossProvince,
  'features/health-code': healthCode,
  'features/family': ownFamily,
  'features/proxy': proxy,
  'features/licences': licences,
  'features/staff': staff,
  'features/volunteer': volunteer,
}

/** Where a volunteer does something for somebody. */
const ACTED_ON = ['appointments', 'progress', 'licences', 'health-code', 'cross-province'].map((one) => `features/${one}`)

/** Dozens of pages, one after the other. */
const LONG_MS = 180_000

/** Tests of one mode: every page of the package, as who can see it sees it. Of what is sent to the view, each first screen is judged, too. */
export function testPages(mode: Mode): void {
  const journey = prepareJourneys({ start: MONDAY_MORNING })

  test.each(Object.entries(SCENES))(
    'every page of %s keeps to the rules for those who hear it',
    async (part, scene) => {
      const pages = packageParts().get(part) ?? []
      expect(await openRounds(journey, pages, await scene(journey.stack), mode)).toEqual([])
    },
    LONG_MS,
  )

  test(
    'so does every page on which a volunteer acts, with the strip above',
    async () => {
      const rounds = await acting(journey.stack)
      for (const part of ACTED_ON) {
        const pages = packageParts().get(part) ?? []
        const faults = await openRounds(journey, pages, rounds, mode)
        expect(faults.filter((fault) => !fault.endsWith('something to show'))).toEqual([])
      }
    },
    LONG_MS,
  )
}
