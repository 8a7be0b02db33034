import type { CountyPack } from '../county-pack'

/** Something that no file of a pack can show alone. */
export interface Contradiction {
  readonly file: keyof CountyPack
  readonly at: string
  readonly message: string
}
