/** A made-up person. Check digits are valid, the numbers are no one's own. */
export interface Person {
  /** Names the person in sign-in codes: `wx-<key>-1`, `prov-<key>-1`, `phone-<key>-1`. */
  readonly key: string
  readonly name: string
  readonly residentId: string
  readonly phone: string
  /** What they are good for when trying the app. */
  readonly about: string
}

export const PEOPLE: readonly Person[] = [
  {
    key: 'chenjianguo',
    name: '陈建国',
    residentId: '430224198507120019',
    phone: '13800000002',
    about: '身份证、护照和三件事都在办，有一件要补材料；有驾驶证、行驶证和营业执照，身份证和护照快到期',
  },
  {
    key: 'wangxiuying',
    name: '王秀英',
    residentId: '430224194803120023',
    phone: '13800000001',
    about: '78 岁，身份证在制作，高龄补贴已受理；有身份证、社保卡和医保电子凭证',
  },
  {
    key: 'lixiaohong',
    name: '李小红',
    residentId: '430281197506304425',
    phone: '13800000003',
    about: '王秀英的女儿，通行证可以领取；驾驶证刚过期',
  },
  {
    key: 'liuzhiqiang',
    name: '刘志强',
    residentId: '430224199911053019',
    phone: '13800000004',
    about: '帮代办员，没有自己的办件；健康码是黄码，没有医保电子凭证',
  },
  {
    key: 'zhangwei',
    name: '张伟',
    residentId: '430212201602290015',
    phone: '13800000005',
    about: '孩子，和陈建国在一个户口簿上，没有办件；有出生医学证明',
  },
]

export function personByKey(key: string): Person | undefined {
  return PEOPLE.find((person) => person.key === key)
}
