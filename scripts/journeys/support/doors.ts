import type { Locator } from 'playwright-core'
import { arrivesAt, press, sees } from './hands'
import type { Visitor } from './visitor'

export const links = ({ page }: Visitor, list: string): Locator =>
  page.getByRole('list', { name: list, exact: true }).getByRole('link')

const ZONES = ['公安专区', '健康专区', '养老专区', '乡村振兴专区', '数字货币专区', '企业开办']

const titleOf = async (link: Locator): Promise<string> => (await link.innerText()).split('\n')[0] ?? ''

/** First screen, zone, item; and the zone says what is not done here. */
export async function readsAnItemOfEachZone(visitor: Visitor): Promise<void> {
  const { page, open } = visitor
  for (const [at, zone] of ZONES.entries()) {
    await open('/')
    await links(visitor, '专区').nth(ZONES.length).waitFor()
    expect(await titleOf(links(visitor, '专区').nth(at))).toBe(zone)
    await press(page, new RegExp(`^${zone}`), 'link')
    await arrivesAt(page, zone)
    await sees(page, '这些不在这里办')
    const item = links(visitor, `${zone}能办的事`).first()
    const title = await titleOf(item)
    await item.click()
    await arrivesAt(page, title)
    await sees(page, '我能办吗')
  }
}
