import { Image } from '@tarojs/components'
import { HEALTH_COLOUR_TEXT, type HealthColour } from '@one-visit/shared/health-code/rules'

type Shape = (typeof HEALTH_COLOUR_TEXT)[HealthColour]['shape']

/** On 24 × 24: the outline, and the sign cut out of it in white. */
const SHAPES: Readonly<Record<Shape, { outline: string; sign: string }>> = {
  circle: { outline: 'M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22z', sign: 'm10 16.6-4.6-4.6 1.9-1.9 2.7 2.7 6.7-6.7 1.9 1.9z' },
  triangle: { outline: 'M12 1.5 23.5 22H.5z', sign: 'M10.8 9h2.4v7h-2.4zm0 8.5h2.4v2.4h-2.4z' },
  octagon: {
    outline: 'M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z',
    sign: 'M7.8 6 12 10.2 16.2 6 18 7.8 13.8 12 18 16.2 16.2 18 12 13.8 7.8 18 6 16.2 10.2 12 6 7.8z',
  },
}

const FILLS: Readonly<Record<HealthColour, string>> = { green: '#0b6238', yellow: '#f2b600', red: '#a8201a' }
/** On yellow only black can be seen. */
const SIGNS: Readonly<Record<HealthColour, string>> = { green: '#fff', yellow: '#10151c', red: '#fff' }
/** A clock: nothing that could be taken for a yes or a no. */
const OLD = { fill: '#8a939e', ink: '#fff', sign: 'M10.9 5.5h2.2v6l4.1 2.5-1.1 1.9-5.2-3.2z' } as const

function draw(colour: HealthColour, isOld: boolean): string {
  const { outline, sign: sure } = SHAPES[HEALTH_COLOUR_TEXT[colour].shape]
  const { fill, ink, sign } = isOld ? OLD : { fill: FILLS[colour], ink: SIGNS[colour], sign: sure }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="${fill}" d="${outline}"/><path fill="${ink}" d="${sign}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** The colour once more as a shape; the word beside it says the same. Grey when it is old. */
export function CodeShape({ colour, isOld = false }: { colour: HealthColour; isOld?: boolean }) {
  return <Image className="ov-code-shape" src={draw(colour, isOld)} mode="aspectFit" aria-hidden="true" />
}
