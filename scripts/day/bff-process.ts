import { loadConfig } from '../../bff/src/platform/config'
import { serve } from '../../bff/src/serve'
import { demoEnvironment } from '../../bff/test/demo-environment'
import { answerParent } from '../bench/child'
import { type ClockSetting, fastClock } from '../race/fast-clock'
import { DIVISION } from './pack'

/** What a server process is told. */
export interface BffSetting {
  readonly databaseUrl: string
  readonly keys: string
  readonly counties: string
  readonly departmentsUrl: string
  /** 0: a free one. */
  readonly port: number
  readonly clock: ClockSetting
}

/** The BFF as `npm start -w bff` runs it in production, but with the day's clock, and departments that speak plain HTTP. */
async function main(): Promise<void> {
  const setting = JSON.parse(process.env['DAY_SETTING'] ?? '') as BffSetting
  let clock = fastClock(setting.clock)
  const config = loadConfig({
    ...demoEnvironment(setting.departmentsUrl),
    ...{ NODE_ENV: 'development', COUNTY: DIVISION, TRUST_PROXY: '1', PORT: String(setting.port) },
    ...{ DATABASE_URL: setting.databaseUrl, ONE_VISIT_KEYS: setting.keys },
  })
  const serving = await serve({
    config: { ...config, nodeEnv: 'production' },
    clock: { now: () => clock.now() },
    counties: setting.counties,
  })
  const setClock = (next: ClockSetting): void => {
    clock = fastClock(next)
  }
  answerParent({ port: () => serving.port, setClock }, () => serving.stop())
}

void main()
