import { ByteReader, ByteWriter } from '../kernel/signed-code/bytes'
import { type CodeChecks, type CodeRefusal, type Genuine, verifyCode } from '../kernel/signed-code/verify-code'
import { LICENCE_FIELDS } from './fields'
import { LICENCE_TYPES, type LicenceType } from './rules'

/**
 * What an offline presentation carries. `asOf`: when the library last said that the licence holds, whole seconds; `statusIndex`:
 * the licence's place in the status list; `presentationId`: a UUID, by which a verifier knows a code shown twice; `fields`: those
 * that the holder chose, labelled by the verifier's own table.
 */
export interface OfflineLicence {
  readonly type: LicenceType
  readonly statusIndex: number
  readonly asOf: Date
  readonly presentationId: string
  readonly issuer: string
  readonly fields: readonly (readonly [key: string, value: string])[]
}

/** The issuer is mostly among the fields; there it is this one letter, which no licence holds. */
const ISSUER = '@'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Packs a presentation; the kind of licence goes by its place in LICENCE_TYPES. Throws RangeError for what does not fit or has no place. */
export function encodeOfflineLicence(licence: OfflineLicence): Uint8Array {
  const writer = new ByteWriter()
    .number(LICENCE_TYPES.indexOf(licence.type), 1)
    .number(licence.statusIndex, 3)
    .number(Math.floor(licence.asOf.getTime() / 1000), 4)
    .raw(uuidBytes(licence.presentationId))
    .text(licence.issuer)
  for (const [key, value] of licence.fields) {
    const place = LICENCE_FIELDS[licence.type].findIndex(([known]) => known === key)
    if (value === ISSUER) throw new RangeError('this letter stands for the issuer')
    // A key that the table does not have is at -1, which no byte takes.
    writer.number(place, 1).text(value === licence.issuer ? ISSUER : value)
  }
  return writer.done()
}

/** Never throws: null for anything that `encodeOfflineLicence` would not have written. */
export function decodeOfflineLicence(content: Uint8Array): OfflineLicence | null {
  const reader = new ByteReader(content)
  const type = LICENCE_TYPES[reader.number(1)]
  const statusIndex = reader.number(3)
  const asOf = new Date(reader.number(4) * 1000)
  const presentationId = uuidText(reader.raw(16))
  const issuer = reader.text()
  if (!type) return null
  const fields: (readonly [string, string])[] = []
  while (!reader.isDone) {
    const field = LICENCE_FIELDS[type][reader.number(1)]
    const value = reader.text()
    // The issuer spelt out would be a second spelling.
    if (reader.isBroken || !field || value === issuer) return null
    fields.push([field[0], value === ISSUER ? issuer : value])
  }
  return { type, statusIndex, asOf, presentationId, issuer, fields }
}

/** Whether an offline presentation is genuine and valid now. Revocation and repetition are judged by whoever can know them. */
export function verifyOfflineLicence(text: string, checks: CodeChecks): Genuine<OfflineLicence> | CodeRefusal {
  return verifyCode(text, 'l', decodeOfflineLicence, checks)
}

function uuidBytes(uuid: string): Uint8Array {
  if (!UUID.test(uuid)) throw new RangeError('not a UUID in small letters')
  return Uint8Array.from(uuid.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
