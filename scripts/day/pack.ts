import fs from 'node:fs'
import path from 'node:path'
import { manyItems } from '../../bff/src/features/catalogue/testing/many-items'
import { type CountyPack, loadCountyPack } from '../../bff/src/platform/county-pack'

const SHIPPED = path.join(__dirname, '../../bff/counties')
const FOLDER = '430224-chaling'
export const DIVISION = '430224'
export const ITEMS = 928
export const OFFICES = 19

/** The pack of Chaling with as many items as a county lists and a day that opens when the rush is planned; made in `folder`. */
export function makePack(folder: string): CountyPack {
  const own = path.join(folder, FOLDER)
  fs.cpSync(path.join(SHIPPED, FOLDER), own, { recursive: true })
  change(own, 'items.json', ({ items, ...file }) => {
    const shipped = items as object[]
    return { ...file, items: [...shipped, ...manyItems(ITEMS - shipped.length)] }
  })
  change(own, 'booking.json', (file) => ({ ...file, newDayOpensAt: '09:00' }))
  const pack = loadCountyPack(folder, DIVISION)
  if (pack.items.length !== ITEMS || pack.offices.length !== OFFICES)
    throw new Error(`The pack has ${pack.items.length} items and ${pack.offices.length} offices.`)
  return pack
}

type PackFile = Readonly<Record<string, unknown>>

function change(folder: string, name: string, to: (file: PackFile) => PackFile): void {
  const file = path.join(folder, name)
  fs.writeFileSync(file, JSON.stringify(to(JSON.parse(fs.readFileSync(file, 'utf8')) as PackFile)))
}
