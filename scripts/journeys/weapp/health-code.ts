import { HEALTH_COLOUR_TEXT, type HealthColour } from '@one-visit/shared/health-code/rules'
import type { WeappApp } from '../../weapp-runner'
import { sees } from './hands'
import { showsQr } from './scan'

export const CODE_PAGE = 'features/health-code/pages/code/index'

/** Waits for a code that can be shown at a door: name, word, time, and the QR code. */
export async function seesFresh(app: WeappApp, name: string, colour: HealthColour = 'green'): Promise<void> {
  const { word } = HEALTH_COLOUR_TEXT[colour]
  await sees(app, new RegExp(`${word}${name}生成时间 \\d+:\\d\\d:\\d\\d还有 \\d+ 秒，会自动换新的`))
  app.getByRole('img', { name: `健康码二维码，${word}，${name.replaceAll('\\', '')}` })
}

/** Waits for the last copy, which nobody could take for a fresh one. */
export async function seesOld(app: WeappApp, when: RegExp): Promise<void> {
  await sees(app, new RegExp(`旧的健康码，不能用来通行.*当时是绿码上次更新${when.source}`))
  expect([showsQr(app), /可以通行|会自动换新的/.test(app.text())]).toEqual([false, false])
}

/** When the code on the page was made, as a watch shows it. */
export function madeAt(app: WeappApp): string {
  const [, time] = /生成时间 (\d+:\d\d:\d\d)/.exec(app.text()) ?? []
  if (time === undefined) throw new Error('there is no fresh code')
  return time
}
