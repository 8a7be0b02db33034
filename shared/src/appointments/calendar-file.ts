/** One entry for a calendar. Instants are milliseconds since 1970; `uid` is the same whenever the same entry is written. */
export interface CalendarEntry {
  readonly uid: string
  readonly beginsAt: number
  readonly endsAt: number
  readonly title: string
  readonly place: string
  readonly notes: string
  /** Minutes before the beginning at which the phone reminds. */
  readonly remindMinutes: number
}

/** RFC 5545, 3.1: lines of at most 75 octets, the rest on lines that begin with a blank. */
const LINE_OCTETS = 75
const LINE_END = '\r\n'

/** UTC in the form of RFC 5545, 3.3.5: 20261123T010000Z. No time zone has to be described then. */
function instantText(instant: number): string {
  return new Date(instant)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d{3}/, '')
}

/** RFC 5545, 3.3.11: what would end a line or a value is written with a backslash. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** Of one character in UTF-8; WeChat has no TextEncoder. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x1_0000 ? 3 : 4
}

function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > LINE_OCTETS) {
      folded += `${LINE_END} `
      octets = 1
    }
    folded += character
    octets += more
  }
  return folded
}

/** The text of an `.ics` file (RFC 5545, UTF-8) with one entry and its reminder. `now`: when it is written. */
export function calendarFile(entry: CalendarEntry, now: number): string {
  const title = escapeText(entry.title)
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//One Visit//Appointments//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.uid)}@one-visit`,
    `DTSTAMP:${instantText(now)}`,
    `DTSTART:${instantText(entry.beginsAt)}`,
    `DTEND:${instantText(entry.endsAt)}`,
    `SUMMARY:${title}`,
    `LOCATION:${escapeText(entry.place)}`,
    `DESCRIPTION:${escapeText(entry.notes)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${title}`,
    `TRIGGER:-PT${String(entry.remindMinutes)}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join(LINE_END)
}
