import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { AppContext } from './app-context'

export type Encoding = 'br' | 'gzip' | 'identity'

/** Bytes. What is shorter travels in one packet either way. */
export const WORTH_COMPRESSING = 1024

/** In our order of preference: browsers name all they take without one. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const

const compress = {
  br: promisify<Buffer, object, Buffer>((bytes, options, done) => {
    brotliCompress(bytes, options, done)
  }),
  gzip: promisify<Buffer, object, Buffer>((bytes, options, done) => {
    gzip(bytes, options, done)
  }),
}
const COMPRESS_OPTIONS = { br: { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }, gzip: { level: 9 } }

/** Something that is sent many times over: each form is made when it is first asked for, and kept. */
export class CompressedForms {
  private readonly bodies: Map<Encoding, Promise<Buffer>>

  /** `made`: forms that are there already. */
  constructor(
    private readonly bytes: Buffer,
    private readonly isCompressible: boolean,
    made: Iterable<readonly [Encoding, Promise<Buffer>]> = [],
  ) {
    this.bodies = new Map(made)
  }

  body(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return Promise.resolve(this.bytes)
    const known = this.bodies.get(encoding)
    if (known) return known
    const made = compress[encoding](this.bytes, COMPRESS_OPTIONS[encoding])
    this.bodies.set(encoding, made)
    return made
  }

  /** The form for whoever asks, which it says in the answer's headers; to be sent by `sendForm`, or not at all (304). */
  choose(ctx: AppContext): Encoding {
    ctx.vary('Accept-Encoding')
    if (!this.isCompressible || this.bytes.length < WORTH_COMPRESSING) return 'identity'
    return ENCODINGS.find((name) => ctx.acceptsEncodings(name) !== false) ?? 'identity'
  }
}

export async function sendForm(ctx: AppContext, forms: CompressedForms, encoding: Encoding, type: string): Promise<void> {
  ctx.body = await forms.body(encoding)
  ctx.type = type
  if (encoding !== 'identity') ctx.set('Content-Encoding', encoding)
}
