import type { ProblemCode } from '@one-visit/shared/kernel/problem'

/** What to tell and what to do, for whoever checks: the BFF's own words are for the holder as well. */
type Words = Readonly<{ title: string; next: string }>

const ANOTHER = '请对方在手机上点“再出示 60 秒”，您再扫一次。'
const NOT_TRUSTED = '不要采信。请看实体证件，或请对方当面重新出示。'
const AWAY = '这个码还没有用掉，可以再试一次；急办请看实体证件。'

const REFUSALS: ReadonlyMap<string, Words> = new Map(
  Object.entries<Words>({
    code_altered: { title: '这个码被改动过，不能采信', next: NOT_TRUSTED },
    code_expired: { title: '这个码已经过期', next: ANOTHER },
    code_not_yet_valid: { title: '这个码的时间不对', next: `两边的手机时间可能不准。请核对时间，${ANOTHER}` },
    code_unknown_key: { title: '不是本系统签发的码', next: NOT_TRUSTED },
    presentation_unknown: { title: '没有这个出示码', next: `手工填写的请核对 10 位出示码；还不对，${ANOTHER}` },
    presentation_used: { title: '这个码已经查验过一次', next: `一个码只能查验一次。${ANOTHER}` },
    licence_revoked: { title: '这张证照已经注销，不能采信', next: '请不要用它办理，并请对方联系发证部门。' },
    licence_expired: { title: '这张证照已经过期', next: '请不要用它办理，并请对方到发证部门换领。' },
    too_many_attempts: { title: '填错的次数太多了', next: '请改用扫码，或过一段时间再填。' },
    department_timeout: { title: '证照系统响应太慢，没有查验成', next: AWAY },
    department_unavailable: { title: '证照系统暂时不能用，没有查验成', next: AWAY },
    department_invalid_reply: { title: '证照系统返回的结果有误，没有查验成', next: AWAY },
  } satisfies Partial<Record<ProblemCode, Words>>),
)

/** Wording of checking what somebody shows. */
export const verifyText = {
  title: '查验证照和健康码',
  refusalOf: (code: string): Words | null => REFUSALS.get(code) ?? null,
  purpose: {
    label: '为什么查验？',
    hint: '会记录下来，证照本人会看到',
    choices: {
      counter: '窗口办理业务核对身份',
      proxy: '代办服务核对身份',
      qualification: '核对办理条件',
      other: '其他',
    },
    wrong: '请选择为什么查验',
    other: { label: '写明为什么查验', hint: '2 到 60 字，不要写姓名、证件号', wrong: '请写明为什么查验，2 到 60 字' },
    next: '下一步',
    chosen: '查验原因',
    list: '这次查验',
  },
  code: {
    step: '请对方出示',
    scan: '扫出示码或健康码',
    label: '10 位出示码',
    hint: '扫不了时填写；空格、大小写都不影响。也可以用扫码枪',
    wrong: '请填写 10 位出示码，或扫对方手机上的码',
    submit: '查验',
  },
  result: {
    step: '查验结果',
    done: '查验通过',
    list: '对方给您看的内容',
    facts: '怎么核对的',
    licence: '证照',
    issuer: '发证部门',
    asOf: '证照系统确认有效的时间',
    verifiedAt: '查验时间',
    way: '怎么出示的',
    wayOf: { online: '联网出示', offline: '离线出示，签名已核对' },
    once: '只显示对方选的内容，已记入对方的“谁看过我的证照”。请核对是不是本人。',
  },
  health: {
    done: '健康码是真的',
    made: (when: string) => `生成时间 ${when}`,
    compare: '请核对对方手机上的颜色、姓名和时间。',
  },
  left: (seconds: number) => `${String(seconds)} 秒后自动收起`,
  soon: '就要收起了。还没看完，请点“再看 60 秒”。',
  longer: '再看 60 秒',
  next: '查验下一个',
  putAway: '内容已收起，不留在这台设备上。',
} as const
