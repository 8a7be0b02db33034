/** The instant (UTC, ISO 8601 with Z) of `YYYY-MM-DD HH:mm:ss` in Asia/Shanghai: UTC+8 without summer time since 1992. */
export function instantOf(localTime: string): string {
  return new Date(`${localTime.replace(' ', 'T')}+08:00`).toISOString()
}
