import { RELATIONS, type Relation } from '@one-visit/shared/family/rules'

/** From an address; null for anything else. */
export function readRelation(value: string | undefined): Relation | null {
  return RELATIONS.find((relation) => relation === value) ?? null
}
