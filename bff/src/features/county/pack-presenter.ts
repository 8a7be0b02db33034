import type { ItemGroupDto, OfficeDto } from '@one-visit/shared/county/contract'
import type { CountyPack } from '../../platform/county-pack'

export function presentOffice(pack: CountyPack, office: CountyPack['offices'][number]): OfficeDto {
  const { opening } = pack
  const opensExtra = opening.saturdayHours !== null || opening.holidays.length > 0
  return {
    id: office.id,
    kind: office.kind,
    name: office.name,
    address: office.address,
    phone: office.phone,
    location: office.location,
    ordinaryHours: office.hours ?? opening.ordinaryHours,
    opensOnExtraDays: office.opensOnExtraDays && opensExtra,
    accessibility: office.accessibility,
    selfService: presentSelfService(pack, office.id),
    itemGroups: office.windows.map(({ itemGroup }) => itemGroup),
    sample: office.sample,
  }
}

function presentSelfService({ selfService: { machines, areas } }: CountyPack, office: string): OfficeDto['selfService'] {
  const area = areas.find((one) => one.office === office)
  if (!area) return null
  const { where, hours, sample } = area
  const standing = area.machines.flatMap((id) => machines.find((one) => one.id === id) ?? [])
  return { where, hours, machines: standing.map(({ name, does, needs }) => ({ name, does, needs })), sample }
}

export function presentItemGroup(group: CountyPack['itemGroups'][number]): ItemGroupDto {
  const { id, name, department, bring, promisedWorkingDays, extraDayItems } = group
  return { id, name, department, bring, promisedWorkingDays, extraDayItems, vaccine: presentVaccine(group.vaccine) }
}

function presentVaccine(rule: CountyPack['itemGroups'][number]['vaccine']): ItemGroupDto['vaccine'] {
  if (rule === null) return null
  const { name, minAge, maxAge, doses, minIntervalDays } = rule
  return { name, minAge, maxAge, doses, minIntervalDays }
}
