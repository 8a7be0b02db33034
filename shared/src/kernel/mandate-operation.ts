/** What a mandate can allow. Everything else stays with the person: no endpoint may be called for somebody without one of these. */
export const MANDATE_OPERATIONS = [
  'book_visits',
  'look_up_cases',
  'show_health_code',
  'show_licences',
  'apply_across_regions',
] as const
export type MandateOperation = (typeof MANDATE_OPERATIONS)[number]
