import { LICENCE_FIELDS } from '@one-visit/shared/licences/fields'
import { LICENCE_TYPES } from '@one-visit/shared/licences/rules'
import { DAY_ITEMS, ITEMS, TYPE_NAMES } from './tables'

it.each(LICENCE_TYPES)('every item of %s is one of its fields, and none stands for two', (type) => {
  const known = LICENCE_FIELDS[type].map(([key]) => key)
  const mapped = Object.values(ITEMS[type])
  expect(mapped.filter((key) => !known.includes(key))).toEqual([])
  expect(new Set(mapped).size).toBe(mapped.length)
})

it('names every kind of licence but the e-voucher, and holds no day that nothing has', () => {
  expect(Object.values(TYPE_NAMES).sort()).toEqual(LICENCE_TYPES.filter((type) => type !== 'medical_insurance').sort())
  const items = new Set(Object.values(ITEMS).flatMap((one) => Object.keys(one)))
  expect([...DAY_ITEMS].filter((item) => !items.has(item))).toEqual([])
})
