import { presetChoices, readFields } from './choices'
import { aDrivingLicence, anIdCard } from './testing/licences'

test('only what the person has, and may show, is offered', () => {
  expect(presetChoices([anIdCard(), aDrivingLicence()]).map(({ preset }) => preset.id)).toEqual([
    'over_18',
    'who_i_am',
    'may_drive',
  ])
  expect(presetChoices([aDrivingLicence({ state: 'expired' }), anIdCard({ state: 'revoked' })])).toEqual([])
})

test('whoever is not of age is not offered to prove it', () => {
  const child = anIdCard()
  const fields = child.fields.filter(({ key }) => key !== 'over18')
  expect(presetChoices([{ ...child, fields }]).map(({ preset }) => preset.id)).toEqual(['who_i_am'])
})

test('fields that the licence does not have are left out, whatever an address says', () => {
  expect(readFields(anIdCard(), 'over18,name,secret').map(({ key }) => key)).toEqual(['name', 'over18'])
  expect(readFields(anIdCard(), undefined)).toEqual([])
})
