import { ADULT_AGE } from '@one-visit/shared/family/rules'
import { localDateAt } from '@one-visit/shared/kernel/local-date'

/**
 * Whether who was born on `birthDate` (`YYYY-MM-DD`) is of age today in Asia/Shanghai (Civil Code, article 17). As text 29
 * February of a year without it comes right before 1 March, which is when it counts.
 */
export function isOver18(birthDate: string, now: Date): boolean {
  return `${String(Number(birthDate.slice(0, 4)) + ADULT_AGE)}${birthDate.slice(4)}` <= localDateAt(now)
}
