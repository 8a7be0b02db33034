import type { ItemGroupDto, OfficeDto } from '@one-visit/shared/county/contract'
import type { CountyPack } from '../../platform/county-pack'

export function presentOffice({ opening }: CountyPack, office: CountyPack['offices'][number]): OfficeDto {
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
    selfService24h: office.selfService24h,
    itemGroups: office.windows.map(({ itemGroup }) => itemGroup),
    sample: office.sample,
  }
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
