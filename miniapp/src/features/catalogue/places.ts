import type { ItemDto } from '@one-visit/shared/catalogue/contract'
import type { OfficeDto, SelfServiceAreaDto } from '@one-visit/shared/county/contract'

const isHall = ({ kind }: OfficeDto): boolean => kind === 'county_hall'

export const hallFirst = (offices: readonly OfficeDto[]): OfficeDto[] => [
  ...offices.filter(isHall),
  ...offices.filter((office) => !isHall(office)),
]

/** The offices that do it, the county hall first. */
export function officesFor({ offices }: ItemDto, all: readonly OfficeDto[]): OfficeDto[] {
  return hallFirst(all.filter(({ id }) => offices.includes(id)))
}

export type OfficeWithMachines = OfficeDto & { readonly selfService: SelfServiceAreaDto }

export const hasMachines = (office: OfficeDto): office is OfficeWithMachines => office.selfService !== null

/** The offices with machines, the county hall first, then by name. */
export function officesWithMachines(offices: readonly OfficeDto[]): OfficeDto[] {
  return hallFirst(offices.filter(hasMachines).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')))
}

const clockText = (time: string): string => time.replace(/^0/, '')

/** 9:00–12:00、13:30–17:00 */
export const hoursText = (spans: OfficeDto['ordinaryHours']): string =>
  spans.map(({ from, to }) => `${clockText(from)}–${clockText(to)}`).join('、')
