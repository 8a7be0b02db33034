import { PNG } from 'pngjs'
import type { WeappApp } from '../../weapp-runner'
import { scanPicture } from '../support/scan'

/** Pixels of one square of the code. */
const SCALE = 4
const RUN = /M(-?\d+) (-?\d+)h(\d+)v1h-\d+z/g

/** Paints the runs of black that the drawing of a QR code consists of, on white. */
function paint(svg: string): PNG {
  const [, left = '', size = ''] = /viewBox="(-?\d+) -?\d+ (\d+) /.exec(svg) ?? []
  const offset = -Number(left)
  const picture = new PNG({ width: Number(size) * SCALE, height: Number(size) * SCALE })
  picture.data.fill(255)
  for (const [, x = '', y = '', length = ''] of svg.matchAll(RUN)) {
    const from = (Number(x) + offset) * SCALE
    for (let row = (Number(y) + offset) * SCALE; row < (Number(y) + offset + 1) * SCALE; row += 1)
      for (let at = from; at < from + Number(length) * SCALE; at += 1)
        picture.data.fill(0, (row * picture.width + at) * 4, (row * picture.width + at) * 4 + 3)
  }
  return picture
}

const drawnOn = (app: WeappApp): string[] =>
  app
    .findAll('image')
    .map(({ attrs }) => decodeURIComponent(String(attrs['src'])))
    .filter((source) => source.includes('crispEdges'))

/** Whether a QR code is on the page. */
export const showsQr = (app: WeappApp): boolean => drawnOn(app).length > 0

/** What an independent decoder reads from the QR code on the page, whose version must be one that an old phone reads. */
export async function scan(app: WeappApp): Promise<string> {
  const svg = await app.waitFor(() => {
    const drawn = drawnOn(app)
    const [only] = drawn
    if (only === undefined || drawn.length > 1) throw new Error(`${drawn.length} QR codes are on the page`)
    return only
  })
  const { text, version, level } = await scanPicture(PNG.sync.write(paint(svg)))
  if (version > 15 || level !== 'M') throw new Error(`version ${version} at level ${level}`)
  return text
}
