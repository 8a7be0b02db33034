import { type FakeDepartment, ok, refused, textOf } from '../fake-department'
import { OneTimeCodes } from '../one-time-codes'
import { personByKey } from '../people'

/** The provincial account: `prov-<person>-<anything>` is a verified person, `prov-unverified-<anything>` somebody new. */
export function fakeProvincial(): FakeDepartment {
  const codes = new OneTimeCodes()
  return {
    tif: true,
    answer: ({ path, body }) => {
      if (path !== 'account/profile') return null
      const key = codes.take(textOf(body, 'code'), 'prov')
      if (key === 'unverified')
        return ok({ openId: 'prov-open-unverified', phone: null, realNameLevel: 1, name: null, residentId: null })
      const person = key === null ? undefined : personByKey(key)
      if (!person) return refused(40029, 'bad code')
      const { name, residentId, phone } = person
      return ok({ openId: `prov-open-${person.key}`, phone, realNameLevel: 2, name, residentId })
    },
  }
}
