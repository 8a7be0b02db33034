import { licenceFieldLabel } from '@one-visit/shared/licences/fields'
import type { OfflineLicence } from '@one-visit/shared/licences/offline-code'
import { LICENCE_TYPE_TEXT } from '@one-visit/shared/licences/rules'

const BEIJING = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

/** What a verifier reads: the kind of licence, the chosen fields, who issued it, and when that was last confirmed (Beijing time). */
export function describeLicence(licence: OfflineLicence, expiresAt: Date): readonly (readonly [label: string, value: string])[] {
  return [
    ['证照', LICENCE_TYPE_TEXT[licence.type].name],
    ...licence.fields.map(([key, value]) => [licenceFieldLabel(licence.type, key), value] as const),
    ['签发单位', licence.issuer],
    ['证照库确认', BEIJING.format(licence.asOf)],
    ['本码有效至', BEIJING.format(expiresAt)],
  ]
}
