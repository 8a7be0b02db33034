import { LICENCE_FIELDS } from '@one-visit/shared/licences/fields'
import { LICENCE_PRESETS, LICENCE_TYPES, type LicenceType } from '@one-visit/shared/licences/rules'
import { encode } from 'uqr'
import { startIssuer } from './testing/issuer'

/** Longer than nearly everybody's: a name of a minority, an address down to the room, a company's full name. */
const LONG: Readonly<Record<string, string>> = {
  name: '阿卜杜热西提·买买提艾力',
  number: '43022419520815254X',
  over18: '是，已满 18 岁',
  ethnicity: '维吾尔族',
  address: '湖南省株洲市茶陵县云阳街道前进社区交通路北段118号附2号3栋2单元1203室',
  authority: '株洲市公安局交通警察支队',
  householdType: '非农业家庭户口',
  head: '阿卜杜热西提·买买提艾力',
  relation: '配偶的兄弟姐妹',
  nativePlace: '湖南省株洲市茶陵县',
  bank: '中国邮政储蓄银行股份有限公司茶陵县支行',
  insuredAt: '湖南省株洲市茶陵县',
  insuranceType: '城乡居民基本医疗保险',
  vehicleClass: 'A1A2D',
  vehicleType: '重型半挂牵引车',
  use: '危险货物运输',
  model: '解放牌CA4250P66K25T1E6',
  vin: 'LSVAA4187E2184847',
  engineNumber: 'CA6DL3-50123456',
  seats: '2人（含驾驶人）',
  nameLatin: 'ABUDUREXITI MAIMAITIAILI',
  birthPlace: '湖南省株洲市茶陵县人民医院',
  issuedAt: '湖南省株洲市',
  endorsement: '个人旅游签注 香港 3个月2次 2027-03-01前有效',
  birthTime: '2026年11月21日 09时02分',
  hospital: '湖南省株洲市茶陵县妇幼保健院',
  mother: '阿依古丽·买买提艾力',
  father: '阿卜杜热西提·买买提',
  kind: '有限责任公司（自然人独资）',
  operator: '阿卜杜热西提·买买提艾力',
  place: '湖南省株洲市茶陵县经济开发区二园区创新路18号标准厂房A栋3楼',
  scope: '日用百货、五金交电、农副产品、茶叶销售；餐饮服务；代理服务',
  capital: '人民币壹仟贰佰万元整',
  householdNumber: '430224001002003',
  cardNumber: '6217995520001234567',
  fileNumber: '430200123456',
}

const valueOf = (key: string): string => LONG[key] ?? '2026-11-21'
const COMPANY = '茶陵县云阳山生态农业科技发展有限公司'

function codeOf(type: LicenceType, keys: readonly string[], cryptoSuite: 'aes' | 'guomi' = 'aes'): string {
  const licence = {
    type,
    statusIndex: 1_000_000,
    asOf: new Date('2026-11-21T01:02:00.000Z'),
    presentationId: '019aa3b2-7c00-7000-8000-00000000abcd',
    issuer: valueOf('authority'),
    fields: keys.map((key) => [key, key === 'name' && type === 'business_licence' ? COMPANY : valueOf(key)] as const),
  }
  return startIssuer(cryptoSuite).signer.signOfflineLicence(licence, 60).text
}

/** The version at level M, as the app draws it. */
const versionOf = (text: string): number => encode(text, { ecc: 'M', border: 0 }).version

test.each(LICENCE_PRESETS.map(({ id, type, fields }) => [id, type, fields] as const))(
  'the preset %s fits a QR code that an old phone reads',
  (_, type, fields) => {
    for (const suite of ['aes', 'guomi'] as const) expect(versionOf(codeOf(type, fields, suite))).toBeLessThanOrEqual(15)
  },
)

test.each(LICENCE_TYPES)('all fields of %s fit, long ones too', (type) => {
  const all = LICENCE_FIELDS[type].map(([key]) => key)
  expect(versionOf(codeOf(type, all))).toBeLessThanOrEqual(15)
})

test('a health code is a small QR code', () => {
  const { text } = startIssuer('aes').signer.signHealthCode({ colour: 'green', name: '阿**' }, 60)
  expect(versionOf(text)).toBeLessThanOrEqual(7)
})

test('the longest code that is signed at all is version 15', () => {
  expect(versionOf('Z'.repeat(600))).toBe(15)
  expect(versionOf('Z'.repeat(601))).toBe(16)
})
