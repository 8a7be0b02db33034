import { homeScript, says, withSampleApp } from '../testing/running'

const HALL = { latitude: 26.7772, longitude: 113.5393 }
const agreed = { hasConsented: true }
const declaring = (...apis: string[]): Record<string, string> => ({
  'app.json': JSON.stringify({ pages: ['pages/home/index'], __usePrivacyCheck__: true, requiredPrivateInfos: apis }),
})

test('the fuzzy position is right to about a kilometre', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText(/"latitude":26.78,"longitude":113.54/)
      expect(app.report.ui).toEqual([{ api: 'getFuzzyLocation', options: { type: 'wgs84' } }])
    },
    { ...declaring('getFuzzyLocation'), ...homeScript(says('getFuzzyLocation', "type: 'wgs84'")) },
    { ...agreed, answers: { location: HALL } },
  ))

test('the position is kept back when the person refuses', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText('getFuzzyLocation:fail auth deny')
    },
    { ...declaring('getFuzzyLocation'), ...homeScript(says('getFuzzyLocation')) },
    agreed,
  ))

test.each(['getLocation', 'getFuzzyLocation'])('wx.%s must be declared in app.json', (api) =>
  withSampleApp(
    async (app) => {
      await app.waitForText(/declared in the requiredPrivateInfos field/)
    },
    homeScript(says(api)),
    { ...agreed, answers: { location: HALL } },
  ),
)

test('before consent to the privacy contract nobody is even asked', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText(/getFuzzyLocation:fail privacy permission is not authorized/)
      expect(app.report.ui).toEqual([])
    },
    { ...declaring('getFuzzyLocation'), ...homeScript(says('getFuzzyLocation')) },
    { answers: { location: HALL } },
  ))

test.each([
  ["title: '办证', startTime: 1795000000", true, /addPhoneCalendar:ok/],
  ["title: '办证', startTime: 1795000000", false, /addPhoneCalendar:fail auth deny/],
  ["title: '办证', startTime: '2026'", true, /startTime should be number/],
])('an entry in the calendar with %s, allowed: %s', (options, calendar, outcome) =>
  withSampleApp(
    async (app) => {
      await app.waitForText(outcome)
    },
    homeScript(says('addPhoneCalendar', options)),
    { ...agreed, answers: { calendar } },
  ),
)
