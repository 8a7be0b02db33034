import { z } from 'zod'
import { distinct, Hours, Id, Sources, Text } from './pack-values'

/** A kind of machine, described once. */
const Machine = z.strictObject({
  id: Id,
  name: Text,
  /** What it does, in everyday words. */
  does: z.array(Text).min(1),
  /** What to bring to it; none: nothing at all. */
  needs: z.array(Text),
})

/** Where machines stand at an office, also when its windows are closed. */
const Area = z.strictObject({
  office: Id,
  /** Where in the building, or by which door, in words. */
  where: Text,
  /** Null: day and night. */
  hours: Hours.nullable(),
  machines: z
    .array(Id)
    .min(1)
    .superRefine(distinct((machine) => machine)),
  /** What of this entry is made up, so that pages can say so. */
  sample: z.array(z.enum(['where', 'hours', 'machines'])),
})

export const SelfServiceFile = z.strictObject({
  sources: Sources,
  machines: z.array(Machine).superRefine(distinct((machine) => machine.id)),
  areas: z.array(Area).superRefine(distinct((area) => area.office)),
})
