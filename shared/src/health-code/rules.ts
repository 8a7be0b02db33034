/** A code is good for so many seconds, and renews itself while it is shown. */
export const HEALTH_CODE_SECONDS = 60
/** Renewed so many seconds before it ends, so that a queue never sees a dead one. */
export const HEALTH_CODE_RENEW_BEFORE_SECONDS = 15

export const HEALTH_COLOURS = ['green', 'yellow', 'red'] as const
export type HealthColour = (typeof HEALTH_COLOURS)[number]

/** Colour, word and shape say the same: nobody needs to see colours. */
export const HEALTH_COLOUR_TEXT: Readonly<Record<HealthColour, { word: string; shape: 'circle' | 'triangle' | 'octagon' }>> = {
  green: { word: '绿码 · 可以通行', shape: 'circle' },
  yellow: { word: '黄码 · 请配合查验', shape: 'triangle' },
  red: { word: '红码 · 请勿外出', shape: 'octagon' },
}
