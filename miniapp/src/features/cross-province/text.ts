import type { DecidingSide, QuestionKind } from '@one-visit/shared/cross-province/rules'
import type { CrossProvinceWay } from '@one-visit/shared/catalogue/rules'

/** As people say them, and what each means for who reads it. */
const WAYS: Readonly<Record<CrossProvinceWay, { title: string; why: string }>> = {
  online: { title: '全程网上办', why: '在手机上申请就行，不用去窗口。' },
  forwarded: { title: '代收代办', why: '材料交到您身边的窗口，由窗口转给那边办。' },
  helped: { title: '两地帮您办', why: '两边的窗口一起帮您，一步一步办好。' },
}

/** What may be made up in this county's data, as the pack names it. */
const SAMPLE_PARTS: Readonly<Record<string, string>> = {
  name: '窗口名称',
  address: '地址',
  phone: '电话',
  hours: '接待时间',
  steps: '怎么办',
  documents: '要带什么',
  promisedWorkingDays: '多久办好',
  form: '申请时问什么',
}

const samples = (parts: readonly string[]): string => parts.map((part) => SAMPLE_PARTS[part] ?? part).join('、')

/** Wording of what is done across provinces. `county`: as the county calls itself. */
export const acrossText = {
  asked: '跨省通办系统',
  title: '跨省通办',
  here: '本县',
  ways: WAYS,
  days: (days: number) => (days === 0 ? '当场办好' : `受理后 ${String(days)} 个工作日`),
  call: (phone: string) => `打电话：${phone}`,
  help: '请人帮办',
  mine: '看我的跨省通办申请',
  sides: {
    county: (county: string) => `人在外地，办${county}的事`,
    region: (county: string) => `人在${county}，办外地的事`,
  } satisfies Record<DecidingSide, (county: string) => string>,
  start: {
    title: '您人在哪里，要办哪里的事？',
    list: '请选一种',
    about: (item: string) => `要办：${item}`,
    hints: {
      county: () => '比如在外打工、带孙子，要办老家的事',
      region: (county: string) => `比如户口或社保在外地，人住在${county}`,
    },
    sending: (count: number) => `有 ${String(count)} 件正在送往部门`,
  },
  region: {
    title: { county: '您人在哪里？', region: '要办哪里的事？' },
    list: '合作的地区',
    hint: (province: string, items: number) => `${province} · 两地能办 ${String(items)} 件事`,
    why: (county: string) => `只有和${county}说好一起办的地区在这里。别的地方，请打下面的电话问。`,
    none: { title: '现在还没有合作的地区', action: '请打下面的电话，或请人帮您问一问。' },
    noneForItem: { title: '这件事还没有地区能这样办', action: '换一个方向看看，或请打下面的电话问。' },
    otherWay: '重新选人在哪里',
  },
  items: {
    title: {
      county: (county: string, region: string) => `在${region}办${county}的事`,
      region: (county: string, region: string) => `在${county}办${region}的事`,
    },
    office: (region: string) => `${region}的窗口`,
    none: { title: '这样办的事现在还没有', action: '请换一个地区，或打下面的电话问。' },
    gone: { title: '没有找到这个地区', action: '链接可能不完整，也可能已经不再合作。请重新选一次。' },
    other: '换一个地区',
  },
  office: {
    hours: (hours: string) => `接待时间：${hours}`,
    sample: (parts: readonly string[]) => `演示数据：${samples(parts)}。去之前请打电话核对。`,
  },
  item: {
    gone: {
      title: '这两地现在不能这样办这件事',
      action: '可能没有说好一起办这一件。请换一个地区，或看看那里能办什么。',
    },
    otherItems: '看那里能办的事',
    apply: '开始申请',
    applyWhy: '要先登录、核对姓名和身份证号。填到一半也不会丢。',
    window: '预约跨省通办窗口',
    windowWhy: (county: string) => `材料交到${county}的跨省通办窗口。先约好时间，不用排队。`,
    there: (region: string) => `请到${region}的窗口交材料，去之前先打电话问一问。`,
    steps: '怎么办',
    bring: '要带什么',
    prepare: '要准备什么',
    facts: '谁来办、多久办好',
    decides: '哪里办',
    department: '哪个部门',
    time: '多久办好',
    other: '还可以',
    sample: {
      title: '有的内容是演示数据',
      parts: (parts: readonly string[]) => `${samples(parts)}：按通常的做法写的，请打电话核对。`,
    },
  },
  applicant: {
    signIn: '登录后就能申请。登录后回到这一页，填的都在。',
    realName: '申请要先核对姓名和身份证号。核对后回到这一页，填的都在。',
    toRealName: '去实名',
    outOfScope: (person: string) => `${person}没有让您申请跨省通办的事`,
    outOfScopeNext: '只能办本人写明的事。要增加，请本人重新委托。',
    doors: '看能代办什么',
  },
  question: {
    title: (number: number, of: number) => `第 ${String(number)} 项，共 ${String(of)} 项`,
    gone: { title: '没有这一项了', action: '要问的可能已经调整，请从这件事重新开始。' },
    toItem: '看这件事',
    none: '不填',
    missing: {
      text: (label: string) => `请填写“${label}”`,
      choice: (label: string) => `请选择“${label}”`,
      date: (label: string) => `请把“${label}”的年、月、日填完整`,
    } satisfies Record<QuestionKind, (label: string) => string>,
    noSuchDay: '没有这一天，请核对年、月、日',
    dateHint: '比如 2024 年 3 月 5 日',
    notOnline: { title: '这件事不能在手机上申请', action: '请看怎么办、到哪里交材料。' },
  },
  check: {
    title: '请核对',
    begin: { title: '还有没回答的', button: '接着填' },
    list: '您的申请',
    item: '办什么',
    decides: '哪里办',
    who: '给谁办',
    self: '我本人',
    unanswered: '没有填',
    declaration: '承诺',
    declare: '我看完了，同意上面的承诺',
    undeclared: '请先看完并同意承诺',
    submit: '提交申请',
    mend: '回去看填的内容',
  },
  refused: {
    myCases: '看我的办件',
    items: '看能办的事',
  },
  application: {
    title: { sending: '申请已收下', opened: '申请已送到', refused: '没有办成', none: '跨省通办申请' },
    number: '办件编号',
    password: '查询密码',
    passwordWhy: '编号和密码请记下来，一起用才能查进度。不要告诉不认识的人。',
    decides: (department: string) => `${department}收到了，由他们来办。`,
    promised: (day: string) => `最晚 ${day} 办好。`,
    told: '点“看进度”能看办到哪一步；在那里点“关注这件事”，有变化就发消息告诉您。',
    undo: '填错了、不想办了，请打下面窗口的电话，报办件编号。',
    progress: '看进度',
    sending: {
      title: '部门的系统还没有回应',
      why: '我们一直在送，送到会发消息告诉您。',
      next: ['不用再申请一次。', '办件编号送到后才有，到时在这一页看。', '急着办，请打下面窗口的电话。'],
    },
    refused: {
      untold: '没有说明原因。',
      next: '照上面说的改好，可以再申请一次。看不明白，请打电话问，或请人帮办。',
      again: '改好再申请',
    },
    facts: '申请内容',
    item: '办什么',
    region: '和哪里一起办',
    at: '什么时候申请的',
    office: (region: string) => `有事问${region}的窗口`,
    toList: '看全部跨省通办申请',
    gone: { title: '没有找到这个申请', action: '可能换了账号，请看看名单。' },
  },
  applications: {
    title: '我的跨省通办申请',
    of: (person: string) => `${person}的跨省通办申请`,
    list: '申请，新的在前',
    signIn: '登录后能看到您的跨省通办申请',
    hint: (region: string, when: string) => [`和${region}一起办`, `${when} 申请`],
    states: { sending: '正在送', opened: '已送到', refused: '没有办成' },
    none: '还没有申请过',
    noneNext: '在手机上申请过的会列在这里。到窗口办的，请看“我的办件”。',
    start: '看能办什么',
  },
} as const
