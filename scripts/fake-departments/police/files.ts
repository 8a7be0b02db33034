import type { CaseFile } from '../case-file'

const UNIT = '茶陵县公安局治安管理大队'
const EXIT_ENTRY = '茶陵县公安局出入境管理大队'
const HALL = '县政务服务中心一楼公安窗口'

/** Made-up ID-card applications. */
export const ID_CARD_FILES: readonly CaseFile[] = [
  {
    number: 'SFZ430224202611050017',
    itemName: '居民身份证到期换领',
    unit: UNIT,
    applicant: 'chenjianguo',
    place: HALL,
    promisedDays: 30,
    plan: [
      { hours: -380, words: '已登记' },
      { hours: -378, words: '已受理', remark: '已采集相片和指纹' },
      { hours: -200, words: '审核中' },
      { hours: 30, words: '制证中' },
      { hours: 200, words: '待领取', remark: '请带旧身份证来领' },
    ],
  },
  {
    number: 'SFZ430224202610280003',
    itemName: '居民身份证丢失补领',
    unit: UNIT,
    applicant: 'wangxiuying',
    place: '虎踞镇派出所',
    promisedDays: 30,
    plan: [
      { hours: -560, words: '已登记' },
      { hours: -558, words: '已受理' },
      { hours: -400, words: '审核中' },
      { hours: -60, words: '制证中' },
      { hours: 48, words: '待领取' },
    ],
  },
]

/** Made-up exit-entry applications. */
export const EXIT_ENTRY_FILES: readonly CaseFile[] = [
  {
    number: 'CRJ430224202611120041',
    itemName: '普通护照换发',
    unit: EXIT_ENTRY,
    applicant: 'chenjianguo',
    place: HALL,
    promisedDays: 10,
    plan: [
      { hours: -210, words: '已提交' },
      { hours: -205, words: '已受理' },
      { hours: -100, words: '审批中' },
      { hours: 20, words: '制证中' },
      { hours: 60, words: '可领证' },
    ],
  },
  {
    number: 'CRJ430224202611020008',
    itemName: '往来港澳通行证签注',
    unit: EXIT_ENTRY,
    applicant: 'lixiaohong',
    place: HALL,
    promisedDays: 7,
    plan: [
      { hours: -450, words: '已提交' },
      { hours: -445, words: '已受理' },
      { hours: -300, words: '制证中' },
      { hours: -20, words: '可领证', remark: '请本人带回执来领' },
      { hours: 400, words: '已发证' },
    ],
  },
  {
    number: 'CRJ430224202609150012',
    itemName: '往来台湾通行证首次申请',
    unit: EXIT_ENTRY,
    applicant: 'lixiaohong',
    place: null,
    promisedDays: 20,
    plan: [
      { hours: -1600, words: '已提交' },
      { hours: -1500, words: '不予签发', remark: '申请材料与登记信息不一致' },
    ],
  },
]
