import { z } from 'zod'
import { licenceIdsOf } from './licence-ids-of'
import { personByKey } from './people'
import type { World } from './world'

type Answer = readonly [status: number, body: unknown]

const NOBODY: Answer = [404, { errmsg: 'nobody is called that' }]

const Colour = z.strictObject({
  colour: z.enum(['green', 'yellow', 'red']),
  cause: z.string().min(1).max(100),
  until: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .nullable()
    .default(null),
})
const Test = z.strictObject({ place: z.string().min(1).max(60), result: z.enum(['negative', 'positive', 'pending']) })
const Dose = z.strictObject({
  vaccine: z.string().min(1).max(60),
  dose: z.int().min(1).max(20),
  date: z.iso.date(),
  place: z.string().min(1).max(60),
})

export function setHealthColour(world: World, person: string, body: unknown): Answer {
  return write(person, Colour, body, (note) => {
    world.healthBook.setColour(person, note)
  })
}

export function addHealthTest(world: World, person: string, body: unknown): Answer {
  return write(person, Test, body, (test) => {
    world.healthBook.addTest({ ...test, person })
  })
}

export function giveDose(world: World, person: string, body: unknown): Answer {
  return write(person, Dose, body, (dose) => {
    world.doses.push({ ...dose, person })
  })
}

export function listLicences(world: World, person: string): Answer {
  return personByKey(person) ? [200, licenceIdsOf(world, person)] : NOBODY
}

export function cancelLicence(world: World, licenceId: string): Answer {
  return world.register.cancel(licenceId) ? [200, { cancelled: licenceId }] : [404, { errmsg: 'no such licence' }]
}

function write<S extends z.ZodType>(person: string, schema: S, body: unknown, note: (value: z.output<S>) => void): Answer {
  if (!personByKey(person)) return NOBODY
  const read = schema.safeParse(body)
  if (!read.success) return [422, { errmsg: read.error.message }]
  note(read.data)
  return [200, read.data]
}
