import type { LICENCE_PRESETS } from '@one-visit/shared/licences/rules'
import { signInToShow } from '../../../bff/test/licences'
import type { WeappApp } from '../../weapp-runner'
import { textOf } from '../../weapp-runner/view-layer/tree'
import type { Stack } from '../support/stack'
import { arrivesAt, fillIn, press, requestsTo, sees } from './hands'
import { keptBy, visitor } from './people'

export const licencePage = (screen: string): string => `features/licences/pages/${screen}/index`

type Preset = (typeof LICENCE_PRESETS)[number]['name']

/** The phone of somebody who has just confirmed that it is them, and may show licences for 15 minutes. */
export async function holder(stack: Stack, key: string): Promise<ReturnType<typeof visitor>> {
  const token = await signInToShow(stack, key)
  const session = await stack.call('GET /v1/session', { token })
  return { ...visitor(key), storage: keptBy({ token, ...session }) }
}

/** From the list of what can be shown to the answers. */
export async function choosePreset(app: WeappApp, preset: Preset): Promise<void> {
  await arrivesAt(app, '给对方看什么？')
  await press(app, new RegExp(`^${preset}`), 'link')
  await arrivesAt(app, '请核对')
}

/** From the answers to the code that counts for a minute. */
export async function showChosen(app: WeappApp, way: 'online' | 'offline' = 'online'): Promise<void> {
  if (way === 'offline') await press(app, /^对方那里没有网络/, 'radio')
  await press(app, '出示 60 秒')
  await arrivesAt(app, '出示证照')
  await sees(app, /还有 \d+ 秒/)
}

/** A preset, from anywhere to its code. */
export async function showPreset(app: WeappApp, preset: Preset, way?: 'online' | 'offline'): Promise<void> {
  await app.open(licencePage('present'))
  await choosePreset(app, preset)
  await showChosen(app, way)
}

/** What is typed where nothing can be scanned, as it is read out: ABCDE 23456. */
export function typedCode(app: WeappApp): Promise<string> {
  return app.waitFor(() => {
    const [, code] = /请对方填写([2-9A-HJ-NP-Z]{5} [2-9A-HJ-NP-Z]{5})/.exec(app.text()) ?? []
    if (code === undefined) throw new Error('there is no code to be typed')
    return code
  })
}

/** How often this phone asked for something to show. */
export const presentations = (app: WeappApp): number => requestsTo(app, 'POST', '/v1/presentations')

/** From the page of staff to the place for the code. */
export async function chooseReason(staff: WeappApp, reason = '窗口办理业务核对身份'): Promise<void> {
  await arrivesAt(staff, '查验证照和健康码')
  await press(staff, reason, 'radio')
  await press(staff, '下一步')
  await sees(staff, /请对方出示/)
}

/** Holds what was shown before the camera of this phone. */
export async function scanWith(staff: WeappApp, code: string): Promise<void> {
  staff.answers.scan = code
  await press(staff, '扫出示码或健康码')
}

export async function typeInto(staff: WeappApp, code: string): Promise<void> {
  await fillIn(staff, '10 位出示码', code)
  await press(staff, '查验')
}

/** What a list says. */
export const listOf = (app: WeappApp, name: string): string => textOf(app.getByRole('list', { name }))
