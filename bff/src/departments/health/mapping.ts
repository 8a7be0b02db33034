import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import type { HealthColour } from '@one-visit/shared/health-code/rules'
import { sensitive } from '../../platform/sensitive'
import { type DepartmentLicence, licenceFields } from '../department-licence'
import { instantOf } from '../local-time'
import type { BirthCertificateRecord, HealthCodeData, TestsData, VaccinationsData } from './reply'

/** One dose that a person has had. `dose` counts from 1 within a series; `date` is local (Asia/Shanghai). */
export interface Vaccination {
  readonly vaccine: string
  readonly dose: number
  readonly date: LocalDate
  readonly place: string
}

/** The colour and why. `expiresAt`: when the colour ends by itself, instant (UTC, ISO 8601); null when it does not. */
export interface HealthCode {
  readonly colour: HealthColour
  readonly reason: string
  readonly expiresAt: string | null
}

/** `takenAt`: instant, UTC, ISO 8601. */
export interface HealthTest {
  readonly takenAt: string
  readonly place: string
  readonly result: 'negative' | 'positive' | 'pending'
}

const COLOURS = { G: 'green', Y: 'yellow', R: 'red' } as const
const RESULTS = { '0': 'pending', '1': 'negative', '2': 'positive' } as const
const SEXES = { '1': '男', '2': '女' } as const

/** Oldest first. */
export function mapVaccinations({ records }: VaccinationsData): Vaccination[] {
  return records
    .map(({ vaccineName, doseNumber, inoculateDate, unitName }) => ({
      vaccine: vaccineName,
      dose: doseNumber,
      date: inoculateDate,
      place: unitName,
    }))
    .sort((a, b) => a.date.localeCompare(b.date) || a.dose - b.dose)
}

export function mapHealthCode({ qrColor, colorCause, colorEndTime }: HealthCodeData): HealthCode {
  return {
    colour: COLOURS[qrColor],
    reason: colorCause,
    expiresAt: colorEndTime === null ? null : instantOf(colorEndTime),
  }
}

/** Newest first. */
export function mapTests({ samples }: TestsData): HealthTest[] {
  return samples
    .map(({ sampleTime, checkUnit, resultFlag }) => ({
      takenAt: instantOf(sampleTime),
      place: checkUnit,
      result: RESULTS[resultFlag],
    }))
    .sort((a, b) => b.takenAt.localeCompare(a.takenAt))
}

export function mapBirthCertificate(record: BirthCertificateRecord): DepartmentLicence {
  return {
    licenceId: record.eCertId,
    type: 'birth_certificate',
    holder: sensitive(record.babyName),
    issuer: record.issueUnit,
    issuedOn: record.issueDate,
    validUntil: null,
    state: record.voidFlag === '1' ? 'cancelled' : 'valid',
    fields: licenceFields('birth_certificate', {
      name: record.babyName,
      number: record.certNo,
      sex: SEXES[record.babySex],
      birthTime: record.birthTime.slice(0, 16),
      birthPlace: record.birthPlace,
      hospital: record.facility,
      mother: record.motherName,
      father: record.fatherName,
      issued: record.issueDate,
      authority: record.issueUnit,
    }),
  }
}
