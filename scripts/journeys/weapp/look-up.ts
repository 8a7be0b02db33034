import type { WeappApp } from '../../weapp-runner'
import { arrivesAt, fillIn, press } from './hands'

/** A case of the county's case system that waits for its applicant, and its secret. */
export const CASE = { number: '430224-2026-000123', password: 'A1B2C3', item: '个体工商户设立登记' } as const

/** From the question for the number to the answer. */
export async function lookUp(app: WeappApp, password: string = CASE.password): Promise<void> {
  await fillIn(app, '办件编号是多少？', CASE.number)
  await press(app, '下一步')
  await arrivesAt(app, '填写查询密码')
  await fillIn(app, '查询密码是多少？', password)
  await press(app, '查询')
}
