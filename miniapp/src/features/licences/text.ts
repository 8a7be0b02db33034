import type { LicenceDto } from '@one-visit/shared/licences/contract'

type State = LicenceDto['state']

const STATES: Readonly<Record<State, string>> = { valid: '有效', expiring: '快到期', expired: '已过期', revoked: '已注销' }

/** Wording of the wallet and of one licence. Showing one: present-text.ts; the log: views-text.ts. */
export const walletText = {
  title: '我的证照',
  of: (person: string) => `${person}的证照`,
  asked: '证照库',
  signIn: '登录后能看和出示您的证照',
  state: (state: State) => STATES[state],
  attention: '请留意',
  present: '出示证照',
  missing: '暂时没有的证照',
  missingTag: { none: '没有', away: '暂时查不到' },
  none: '证照库里还没有您的证照',
  noneNext: '办过证但这里没有的，可能还没有录入。请带证件原件办事，或打下面的电话问。',
  more: '其他',
  contributions: { title: '社保缴费记录', hint: '缴了多少个月，最近缴到哪个月' },
  stale: '有的证照是以前的结果，现在没有查到更新的，出示前会再查一次。',
  until: (day: string) => `有效期至 ${day}`,
  noEnd: '长期有效',
  asOf: (when: string) => `${when} 的结果`,
  ordered: '快到期的排在前面。号码和住址点开后再点“显示”才看得到。',
  licence: {
    title: '证照',
    facts: '证照上的内容',
    about: '这张证照',
    state: '状态',
    issuer: '发证单位',
    issuedOn: '发证日期',
    validUntil: '有效期至',
    licenceId: '电子证照编号',
    asOf: '查询时间',
    stale: (when: string) => `这是 ${when} 的结果，现在没有查到更新的。`,
    onlyCopy: '手机上只留了一部分内容，联网后才能看全。',
    present: '出示这张证照',
    notPresent: {
      expired: { title: '这张证照已经过期，不能出示', next: '请到发证单位换领新证。' },
      revoked: { title: '这张证照已经注销，不能出示', next: '有疑问请联系发证单位。' },
    },
    renew: '快到期了，请尽早换证。',
    gone: { title: '没有找到这张证照', action: '可能已经换了新证，请回到我的证照看看。' },
    toWallet: '看我的证照',
  },
  insurance: {
    title: '社保缴费记录',
    asked: '人社系统',
    months: '一共缴了',
    monthCount: (months: number) => `${String(months)} 个月`,
    last: '最近的缴费',
    none: '没有最近的缴费记录',
    row: (month: string, kind: string) => `${month} · ${kind}`,
    base: (base: string) => `缴费基数 ${base}`,
    paid: '已缴',
    unpaid: '还没到账',
    stale: (when: string) => `这是 ${when} 的结果，现在没有查到更新的。`,
    asOf: (when: string) => `人社系统 ${when} 的结果`,
  },
} as const
