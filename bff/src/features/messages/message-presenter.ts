import type { MessageDto } from '@one-visit/shared/messages/contract'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Message } from './message.entity'

/** What a message says; kept encrypted, because a case's name can tell a lot about a person. */
export interface MessageContent {
  readonly title: string
  readonly body: string
  readonly link: string | null
}

export const MESSAGE_PURPOSE = 'message.content'

export function sealContent(content: MessageContent, crypto: FieldCrypto): string {
  return crypto.seal(JSON.stringify(content), MESSAGE_PURPOSE)
}

export type MessageRow = Pick<Message, 'id' | 'at' | 'kind' | 'contentSealed' | 'readAt'>

export function presentMessage(message: MessageRow, crypto: FieldCrypto): MessageDto {
  const content = JSON.parse(crypto.open(message.contentSealed, MESSAGE_PURPOSE)) as MessageContent
  return { id: message.id, at: message.at, kind: message.kind, ...content, read: message.readAt !== null }
}
