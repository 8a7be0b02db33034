import type { PresentationDto } from '@one-visit/shared/licences/contract'
import { PRESENTATION_SECONDS } from '@one-visit/shared/licences/rules'
import type { LicenceField } from '../../departments/department-licence'
import type { Transaction } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { SignedCode } from '../../platform/signing/signer'
import type { LicenceDeps } from './deps'
import { codeIndexOf } from './licence-keys'
import { LicencePresentation } from './presentation.entity'
import { sealContent } from './presentation-content'
import { hashOfNumber, newNumber, newTypedCode } from './presentation-secret'
import { placeInStatusList } from './status-places'
import type { ToShow } from './to-show'

type Deps = Pick<LicenceDeps, 'crypto' | 'signer'>

/** Writes down what is shown, and answers with the QR. Throws `code_too_long` when the fields do not fit an offline one. */
export async function placeShown(
  deps: Deps,
  tx: Transaction,
  way: PresentationDto['way'],
  toShow: ToShow,
): Promise<PresentationDto> {
  const secret = way === 'online' ? newSecret(deps, toShow) : await signedSecret(deps, tx, toShow)
  const { id, accountId, licence, licenceIndex, fields, asOf, at } = toShow
  await tx.insert(LicencePresentation, {
    ...{ id, accountId, way, licenceIndex, type: licence.type, validUntil: licence.validUntil },
    fieldKeys: JSON.stringify(fields.map(({ key }) => key)),
    contentSealed: sealContent(deps.crypto, id, {
      licenceId: licence.licenceId,
      issuer: licence.issuer,
      fields: way === 'online' ? valuesOf(fields) : [],
    }),
    ...{ numberHash: secret.numberHash, codeIndex: secret.codeIndex },
    ...{ asOf: asOf.toISOString(), createdAt: at.toISOString(), expiresAt: secret.expiresAt.toISOString() },
  })
  return {
    ...{ id, way, type: licence.type, qr: secret.qr, code: secret.code, expiresAt: secret.expiresAt.toISOString() },
    fields: fields.map(({ key, label }) => ({ key, label })),
  }
}

const valuesOf = (fields: readonly LicenceField[]): (readonly [string, string])[] =>
  fields.map(({ key, value }) => [key, value.reveal()])

interface Secret {
  readonly qr: string
  readonly code: string | null
  readonly numberHash: string | null
  readonly codeIndex: string | null
  readonly expiresAt: Date
}

function newSecret({ crypto }: Deps, { at }: ToShow): Secret {
  const qr = newNumber()
  const code = newTypedCode()
  return {
    ...{ qr, code, numberHash: hashOfNumber(qr), codeIndex: codeIndexOf(crypto, code) },
    expiresAt: new Date(at.getTime() + PRESENTATION_SECONDS * 1000),
  }
}

async function signedSecret(deps: Deps, tx: Transaction, toShow: ToShow): Promise<Secret> {
  const statusIndex = await placeInStatusList(deps.crypto, tx, toShow)
  const { text, expiresAt } = sign(deps, toShow, statusIndex)
  return { qr: text, code: null, numberHash: null, codeIndex: null, expiresAt }
}

function sign({ signer }: Deps, { id, licence, fields, asOf }: ToShow, statusIndex: number): SignedCode {
  const { type, issuer } = licence
  try {
    const content = { type, statusIndex, asOf, presentationId: id, issuer, fields: valuesOf(fields) }
    return signer.signOfflineLicence(content, PRESENTATION_SECONDS)
  } catch (error) {
    // CodeTooLongError, or one field that is too long by itself.
    if (!(error instanceof RangeError)) throw error
    throw problem('code_too_long', { cause: error })
  }
}
