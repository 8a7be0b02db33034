import { compactDay } from '../days'
import { birthLicences } from './births-in-library'
import { type FakeLicence, issue } from './kinds'
import { mustKnow, personItems } from './person-items'

/** Days from the start of the fake; negative is past. */
type Day = (days: number) => string

const YEAR = 365

/**
 * Everybody's licences. 陈建国's ID card and passport end soon, 李小红's driving licence has just ended, 刘志强 has none for a
 * car and a business whose scope fills an offline code, 张伟 is a child.
 */
export function holdings(start: Date): FakeLicence[] {
  const day: Day = (days) => compactDay(start, days)
  return [
    ...chenJianguo(day),
    ...wangXiuying(day),
    ...liXiaohong(day),
    ...liuZhiqiang(day),
    idCard(day, 5, { person: 'zhangwei', address: '茶陵县云阳街道解放路 18 号', since: -700, until: 5 * YEAR - 700 }),
    household(day, 5, {
      person: 'zhangwei',
      number: '430224010018',
      head: '陈建国',
      relation: '子',
      address: '茶陵县云阳街道解放路 18 号',
    }),
    ...birthLicences(),
  ]
}

function chenJianguo(day: Day): FakeLicence[] {
  const person = 'chenjianguo'
  const address = '茶陵县云阳街道解放路 18 号'
  return [
    idCard(day, 1, { person, address, since: 25 - 20 * YEAR, until: 25 }),
    household(day, 1, { person, number: '430224010018', head: '陈建国', relation: '户主', address }),
    socialSecurityCard(day, 1, { person, cardNumber: 'K48210377', bank: '中国建设银行' }),
    drivingLicence(day, 1, { person, address, vehicleClass: 'C1', points: '3', since: -4 * YEAR, until: 6 * YEAR }),
    vehicleLicence(day, address),
    passport(day),
    business(day, 1, {
      person,
      name: '茶陵县建国日用品店',
      number: '92430224MA4TEXT01E',
      place: '茶陵县云阳街道解放路 20 号',
      scope: '日用百货、预包装食品零售',
    }),
  ]
}

function wangXiuying(day: Day): FakeLicence[] {
  const person = 'wangxiuying'
  const address = '茶陵县虎踞镇乔下村 6 组'
  return [
    idCard(day, 2, { person, address, since: -3000, until: null }),
    household(day, 2, { person, number: '430224070106', head: '王秀英', relation: '户主', address }),
    socialSecurityCard(day, 2, { person, cardNumber: 'K11930512', bank: '中国农业银行' }),
  ]
}

function liXiaohong(day: Day): FakeLicence[] {
  const person = 'lixiaohong'
  const address = '醴陵市来龙门街道青云路 6 号'
  return [
    idCard(day, 3, { person, address, since: -2000, until: 20 * YEAR - 2000 }),
    household(day, 3, { person, number: '430281030066', head: '李小红', relation: '户主', address }),
    socialSecurityCard(day, 3, { person, cardNumber: 'K30577168', bank: '中国工商银行' }),
    drivingLicence(day, 3, { person, address, vehicleClass: 'C2', points: '0', since: -10 - 10 * YEAR, until: -10 }),
    permit(day),
  ]
}

function liuZhiqiang(day: Day): FakeLicence[] {
  const person = 'liuzhiqiang'
  const address = '茶陵县思聪街道红军路 9 号'
  return [
    idCard(day, 4, { person, address, since: -1500, until: 10 * YEAR - 1500 }),
    household(day, 4, { person, number: '430224020009', head: '刘志强', relation: '户主', address }),
    socialSecurityCard(day, 4, { person, cardNumber: 'K66402951', bank: '中国银行' }),
    business(day, 2, {
      person,
      name: '茶陵县思聪志强农副产品经营部',
      number: '92430224MA4TEXT02H',
      place: '茶陵县思聪街道红军路 9 号',
      scope: LONG_SCOPE,
    }),
  ]
}

interface Span {
  readonly person: string
  readonly address: string
  readonly since: number
  readonly until: number | null
}

function idCard(day: Day, serial: number, { person, address, since, until }: Span): FakeLicence {
  const who = mustKnow(person)
  return issue('idCard', serial, {
    person,
    holder: who.name,
    issued: day(since),
    until: until === null ? null : day(until),
    items: { ...personItems(who), GMSFHM: who.residentId, MZ: '汉', ZZ: address, YXQSRQ: day(since) },
  })
}

interface Household {
  readonly person: string
  readonly number: string
  readonly head: string
  readonly relation: string
  readonly address: string
}

function household(day: Day, serial: number, { person, number, head, relation, address }: Household): FakeLicence {
  const who = mustKnow(person)
  const register = { HH: number, HB: '家庭户口', HZXM: head, YHZGX: relation, JG: '湖南省茶陵县', ZZ: address }
  const items = { ...personItems(who), GMSFHM: who.residentId, ...register }
  return issue('household', serial, { person, holder: who.name, issued: day(-2600), until: null, items })
}

function socialSecurityCard(
  day: Day,
  serial: number,
  { person, cardNumber, bank }: { readonly person: string; readonly cardNumber: string; readonly bank: string },
): FakeLicence {
  const who = mustKnow(person)
  const items = { XM: who.name, SHBZHM: who.residentId, KH: cardNumber, FKYH: bank, FKRQ: day(-1800) }
  return issue('socialSecurity', serial, { person, holder: who.name, issued: day(-1800), until: day(10 * YEAR - 1800), items })
}

interface Driver extends Span {
  readonly vehicleClass: string
  readonly points: string
}

function drivingLicence(day: Day, serial: number, driver: Driver): FakeLicence {
  const { person, address, vehicleClass, points, since, until } = driver
  const who = mustKnow(person)
  const drives = { ZH: who.residentId, ZJCX: vehicleClass, CCLZRQ: day(since - 6 * YEAR), LJJF: points }
  return issue('driver', serial, {
    person,
    holder: who.name,
    issued: day(since),
    until: until === null ? null : day(until),
    items: {
      ...personItems(who),
      ...drives,
      GJ: '中国',
      ZZ: address,
      DABH: `43020000${String(serial).padStart(4, '0')}`,
      YXQSRQ: day(since),
    },
  })
}

function vehicleLicence(day: Day, address: string): FakeLicence {
  const items = {
    HPHM: '湘B7K216',
    SYR: '陈建国',
    JYYXQZ: day(400),
    CLLX: '小型轿车',
    SYXZ: '非营运',
    PPXH: '长安牌SC7148',
    CLSBDH: 'LS5A2ABE0HA000216',
    FDJHM: 'HA000216',
    ZCRQ: day(-1060),
    FZRQ: day(-1060),
    ZZ: address,
    HDZK: '5',
  }
  return issue('vehicle', 1, { person: 'chenjianguo', holder: '陈建国', issued: day(-1060), until: null, items })
}

function passport(day: Day): FakeLicence {
  const issued = day(60 - 10 * YEAR)
  const travel = { HZH: 'E80216337', XMPY: 'CHEN, JIANGUO', CSDD: '湖南', QFDD: '湖南', QFRQ: issued }
  const items = { ...personItems(mustKnow('chenjianguo')), ...travel }
  return issue('passport', 1, { person: 'chenjianguo', holder: '陈建国', issued, until: day(60), items })
}

function permit(day: Day): FakeLicence {
  const travel = { ZJHM: 'C60118825', XMPY: 'LI, XIAOHONG', QFDD: '湖南', YXQSRQ: day(-900), QZ: '香港个人旅游' }
  const items = { ...personItems(mustKnow('lixiaohong')), ...travel }
  return issue('permit', 1, {
    person: 'lixiaohong',
    holder: '李小红',
    issued: day(-900),
    until: day(10 * YEAR - 900),
    items,
  })
}

interface Business {
  readonly person: string
  readonly name: string
  readonly number: string
  readonly place: string
  readonly scope: string
}

function business(day: Day, serial: number, { person, name, number, place, scope }: Business): FakeLicence {
  const owner = { JYZ: mustKnow(person).name, JYCS: place, JYFW: scope, CLRQ: day(-1500) }
  const items = { MC: name, TYSHXYDM: number, LX: '个体工商户', ...owner }
  return issue('business', serial, { person, holder: name, issued: day(-1500), until: null, items })
}

/** As registers write it; with the name and the place it is more than one QR code holds. */
const LONG_SCOPE = [
  '大红袍茶叶、生姜、大蒜、白芷等地方农副产品的收购、初加工、包装、仓储与销售',
  '预包装食品、散装食品、日用百货、五金交电、农用薄膜、化肥、不再分装的包装种子零售',
  '普通货物道路运输、装卸搬运服务、农业机械租赁、农业技术推广咨询服务',
].join('；')
