import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import type { VaccinationRecord } from './reply'

/** One dose that a person has had. `dose` counts from 1 within a series; `date` is local (Asia/Shanghai). */
export interface Vaccination {
  readonly vaccine: string
  readonly dose: number
  readonly date: LocalDate
  readonly place: string
}

/** Oldest first. */
export function mapVaccinations(records: readonly VaccinationRecord[]): Vaccination[] {
  return records
    .map(({ vaccineName, doseNumber, inoculateDate, unitName }) => ({
      vaccine: vaccineName,
      dose: doseNumber,
      date: inoculateDate,
      place: unitName,
    }))
    .sort((a, b) => a.date.localeCompare(b.date) || a.dose - b.dose)
}
