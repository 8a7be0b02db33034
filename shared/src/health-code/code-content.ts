import { ByteReader, ByteWriter } from '../kernel/signed-code/bytes'
import { type CodeChecks, type CodeRefusal, type Genuine, verifyCode } from '../kernel/signed-code/verify-code'
import { HEALTH_COLOURS, type HealthColour } from './rules'

/** What a health code says to a stranger at a door: the colour and the masked name, nothing else. */
export interface HealthCodeContent {
  readonly colour: HealthColour
  readonly name: string
}

/** Packs a health code; the colour goes by its place in HEALTH_COLOURS. Throws RangeError for what does not fit. */
export function encodeHealthCode(content: HealthCodeContent): Uint8Array {
  return new ByteWriter().number(HEALTH_COLOURS.indexOf(content.colour), 1).text(content.name).done()
}

/** Never throws: null for anything that `encodeHealthCode` would not have written. */
export function decodeHealthCode(bytes: Uint8Array): HealthCodeContent | null {
  const reader = new ByteReader(bytes)
  const colour = HEALTH_COLOURS[reader.number(1)]
  const name = reader.text()
  return colour && reader.isDone ? { colour, name } : null
}

/** Whether a health code is genuine and valid now. */
export function verifyHealthCode(text: string, checks: CodeChecks): Genuine<HealthCodeContent> | CodeRefusal {
  return verifyCode(text, 'h', decodeHealthCode, checks)
}
