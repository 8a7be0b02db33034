import type { HealthCodeDto } from '@one-visit/shared/health-code/contract'

type TestResult = NonNullable<HealthCodeDto['tests']>[number]['result']

const RESULTS: Readonly<Record<TestResult, string>> = { negative: '阴性', positive: '阳性', pending: '还没出结果' }

/** Wording of the health code. */
export const healthCodeText = {
  title: '健康码',
  asked: '卫健系统',
  signIn: '登录后能看您和家人的健康码',
  who: '看谁的健康码？',
  self: '我本人',
  member: (name: string, relation: string) => `${name}（${relation}）`,
  family: '添加家人',
  familyWhy: '老人、孩子没有手机，可以由您代为出示。',
  familyAway: '现在查不到家人名单，先看您自己的。',
  left: '那位家人已经不在您的名单里，下面是您本人的健康码。',
  gone: {
    title: '没有这个健康码',
    detail: '卫健系统里没有这个人的健康码，或者您不能再看了。',
    action: '请核对是不是已经移出家人，或打下面的电话问。',
  },
  fresh: {
    qr: (word: string, name: string) => `健康码二维码，${word}，${name}`,
    made: (when: string) => `生成时间 ${when}`,
    left: (seconds: number) => `还有 ${String(seconds)} 秒，会自动换新的`,
    asOf: (when: string) => `卫健系统 ${when} 的结果`,
  },
  old: {
    title: '旧的健康码，不能用来通行',
    was: (word: string) => `当时是${word}`,
    asOf: '上次更新',
    updating: '正在更新，请稍等…',
    away: '卫健系统现在不能用，先看上次的结果。',
    renewing: '二维码没有换成新的，正在再试。',
    still: '网络好了会自动更新。急着通行，请出示身份证，由工作人员核实。',
  },
  facts: '说明',
  reason: '为什么是这个颜色',
  ends: '这个颜色到什么时候',
  noEnd: '有变化时更新',
  tests: '最近的检测',
  noTests: '没有最近的检测记录',
  result: (result: TestResult) => RESULTS[result],
  vaccinations: '接种的疫苗',
  noVaccinations: '没有接种记录',
  dose: (vaccine: string, dose: number) => `${vaccine} 第 ${String(dose)} 剂`,
  missing: '现在查不到，不影响健康码。',
  travel: '行程卡',
  travelWhy: '最近 14 天到过的地方',
  noPlaces: '没有到过别的地方',
  atRisk: '有风险',
  safe: '没有风险',
  travelStale: (when: string) => `这是 ${when} 的结果，现在没有查到更新的。`,
} as const
