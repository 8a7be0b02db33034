import { type FakeDepartment, ok, refused, textOf } from '../fake-department'
import { PEOPLE } from '../people'

const HOME = { cityName: '湖南省株洲市', star: 'N' }

/** Where phones have been, by person; 张伟's phone is registered in a parent's name. */
const TRAVELS: Readonly<Record<string, readonly unknown[]>> = {
  chenjianguo: [HOME, { cityName: '湖南省长沙市', star: 'N' }],
  wangxiuying: [HOME],
  lixiaohong: [HOME],
  liuzhiqiang: [HOME, { cityName: '广东省深圳市', star: 'Y' }],
}

/** The travel card of the communications authority. */
export function fakeCommunications(clock: () => Date): FakeDepartment {
  return {
    tif: true,
    answer: ({ path, body }) => {
      if (path !== 'travel-card/query') return null
      const person = PEOPLE.find(({ residentId }) => residentId === textOf(body, 'userIdCard'))
      const travels = person && TRAVELS[person.key]
      if (!travels) return refused(20404, 'no phone of this person')
      return ok({ phone: maskedPhone(person.phone), updatedAt: Math.floor(clock().getTime() / 1000), cities14d: travels })
    },
  }
}

const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
