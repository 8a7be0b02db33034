import fc from 'fast-check'
import { calendarFile, type CalendarEntry } from './calendar-file'

const NOW = Date.parse('2026-11-21T01:02:03.456Z')

const anEntry = (overrides: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: '019a0000-0000-7000-8000-000000000001',
  beginsAt: Date.parse('2026-11-23T09:00:00+08:00'),
  endsAt: Date.parse('2026-11-23T09:20:00+08:00'),
  title: '预约：户籍和身份证',
  place: '茶陵县政务服务中心',
  notes: '号码 1121 482 905',
  remindMinutes: 120,
  ...overrides,
})

const unfold = (file: string) => file.replace(/\r\n /g, '')
const valueOf = (file: string, name: string) =>
  unfold(file)
    .split('\r\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
const unescape = (text: string) => text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))

test('one entry in UTC, with a reminder two hours before', () => {
  expect(calendarFile(anEntry(), NOW).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//One Visit//Appointments//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:019a0000-0000-7000-8000-000000000001@one-visit',
    'DTSTAMP:20261121T010203Z',
    'DTSTART:20261123T010000Z',
    'DTEND:20261123T012000Z',
    'SUMMARY:预约：户籍和身份证',
    'LOCATION:茶陵县政务服务中心',
    'DESCRIPTION:号码 1121 482 905',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:预约：户籍和身份证',
    'TRIGGER:-PT120M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('commas, semicolons, backslashes and line ends cannot end a value', () => {
  const place = '1 号楼, 2 层; A\\B\r\nEND:VEVENT'
  const file = calendarFile(anEntry({ place }), NOW)
  expect(valueOf(file, 'LOCATION')).toBe('1 号楼\\, 2 层\\; A\\\\B\\nEND:VEVENT')
  expect(file.match(/^END:VEVENT/gm)).toHaveLength(1)
})

test('whatever is written, lines end with CRLF, hold at most 75 octets, and give the text back', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 })
  fc.assert(
    fc.property(text, text, (title, notes) => {
      const file = calendarFile(anEntry({ title, notes }), NOW)
      for (const line of file.split('\r\n')) {
        expect(line).not.toMatch(/[\r\n]/)
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      }
      expect(unescape(valueOf(file, 'SUMMARY') ?? '')).toBe(title.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ''))
    }),
  )
})

test('a character of four octets is not cut in two', () => {
  const file = calendarFile(anEntry({ title: '𠮷'.repeat(40) }), NOW)
  expect(valueOf(file, 'SUMMARY')).toBe('𠮷'.repeat(40))
})
