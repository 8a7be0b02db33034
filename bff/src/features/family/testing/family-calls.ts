import type { FamilyDto, FamilyMemberDto } from '@one-visit/shared/family/contract'
import type { Relation } from '@one-visit/shared/family/rules'
import { person, signInVerified } from '../../../../test/people'
import type { TestServer } from '../../../../test/test-server'

export const familyInput = (key: string, relation: Relation = 'parent') => {
  const { name, residentId } = person(key)
  return { name, residentId, relation }
}

export const addFamily = (server: TestServer, token: string, key: string, relation?: Relation): Promise<FamilyMemberDto> =>
  server.call('POST /v1/family', { token, body: familyInput(key, relation) })

export const familyOf = (server: TestServer, token: string): Promise<FamilyDto> => server.call('GET /v1/family', { token })

export const answerFamily = (server: TestServer, token: string, id: string, accept: boolean): Promise<FamilyDto> =>
  server.call('POST /v1/family/:id/answer', { token, params: { id }, body: { accept } })

/** What is sent to confirm an entry by code. */
export const confirmation = (token: string, id: string, code: string) => ({ token, params: { id }, body: { code } })

/** A daughter has asked her mother, who has received the code. */
export async function motherAsked(server: TestServer): Promise<{ daughter: string; mother: string; member: FamilyMemberDto }> {
  const { token: mother } = await signInVerified(server, 'wangxiuying')
  const { token: daughter } = await signInVerified(server, 'lixiaohong')
  const member = await addFamily(server, daughter, 'wangxiuying')
  await server.runJob('outbox')
  return { daughter, mother, member }
}
