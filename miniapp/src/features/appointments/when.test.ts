import { formatSpan, formatTimes } from './when'

test('a span is said as people say it', () => {
  expect(formatSpan({ date: '2026-11-21', startsAt: '09:00', endsAt: '09:20' })).toBe('11月21日 周六 上午9:00 到 9:20')
  expect(formatTimes({ date: '2026-11-23', startsAt: '13:40', endsAt: '14:00' })).toBe('下午1:40 到 2:00')
})

test('over noon both halves of the day are named', () => {
  expect(formatTimes({ date: '2026-11-23', startsAt: '11:50', endsAt: '12:10' })).toBe('上午11:50 到 下午12:10')
})
