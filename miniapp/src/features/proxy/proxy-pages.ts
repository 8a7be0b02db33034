import { PAGES } from '../../platform/pages'

const here = (screen: string) => `/features/proxy/pages/${screen}/index`

/** Pages of this feature. The BFF's messages link to `request` and `mandate`. */
export const PROXY_PAGES = {
  start: PAGES.help,
  who: here('who'),
  what: here('what'),
  how: here('how'),
  where: here('where'),
  address: here('address'),
  day: here('day'),
  phone: here('phone'),
  check: here('check'),
  asked: here('asked'),
  requests: here('requests'),
  request: here('request'),
  takeBack: here('take-back'),
  mandates: PAGES.mandates,
  mandate: here('mandate'),
  end: here('end'),
  slip: here('slip'),
  code: here('code'),
  askWho: here('ask-who'),
  askWhat: here('ask-what'),
  askVisits: here('ask-visits'),
  askLicences: here('ask-licences'),
  askDays: here('ask-days'),
  askCheck: here('ask-check'),
  acting: PAGES.acting,
} as const
