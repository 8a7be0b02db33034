import { homeScript, withSampleApp } from './testing/running'

test('the package sees the clock of the phone, and every other date as it is', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText(
        [
          '2026-12-28T00:15:00.000Z',
          '2026-12-28T00:15:00.000Z',
          '2026-01-02T00:00:00.000Z',
          'true true true',
          String(Date.UTC(2026, 0, 2)),
        ].join(' '),
      )
    },
    homeScript(`onLoad() {
      const then = new Date('2026-01-02T00:00:00Z')
      this.setData({ said: [
        new Date().toISOString(),
        new Date(Date.now()).toISOString(),
        then.toISOString(),
        then instanceof Date, then.constructor === Date, typeof Date() === 'string',
        Date.UTC(2026, 0, 2),
      ].join(' ') })
    }`),
    { clock: () => Date.parse('2026-12-28T00:15:00Z') },
  ))

test('when the clock is moved on, what became due runs, the earliest first, an interval once; the rest waits or was stopped', () => {
  let now = Date.parse('2026-12-28T00:15:00Z')
  return withSampleApp(
    async (app) => {
      await app.catchUp()
      expect(app.text()).toBe('')
      now += 90_000
      await app.catchUp()
      expect(app.text()).toBe(' every early late')
      now += 60_000
      await app.catchUp()
      expect(app.text()).toBe(' every early late every')
    },
    homeScript(`onLoad() {
      const say = (word) => this.setData({ said: this.data.said + ' ' + word })
      setTimeout(say, 80_000, 'late')
      setTimeout(say, 70_000, 'early')
      setTimeout(say, 600_000, 'later')
      setInterval(say, 60_000, 'every')
      clearTimeout(setTimeout(say, 10_000, 'never'))
    }`),
    { clock: () => now },
  )
})
