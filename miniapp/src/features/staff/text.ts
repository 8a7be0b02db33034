import type { StaffSessionDto } from '@one-visit/shared/staff/contract'

const ROLES: Readonly<Record<StaffSessionDto['role'], string>> = {
  volunteer: '帮代办人员',
  clerk: '窗口人员',
  supervisor: '值班负责人',
  administrator: '系统管理员',
}

/** Wording for staff: signing in, the first page, and what every page has. */
export const staffText = {
  signIn: {
    title: '工作人员登录',
    expired: '登录已过期，请重新登录。',
    username: { label: '账号', wrong: '请填写账号' },
    password: { label: '密码', wrong: '请填写密码' },
    totp: { label: '动态码', hint: '手机上动态码软件里的 6 位数字，30 秒换一次', wrong: '请填写 6 位动态码' },
    submit: '登录',
  },
  home: {
    title: '工作台',
    who: '登录信息',
    name: '姓名',
    role: '岗位',
    office: '所在大厅或站点',
    noOffice: '全县',
    roleOf: (role: StaffSessionDto['role']) => ROLES[role],
    signOut: '退出登录',
    work: '现在办什么？',
  },
  doors: {
    board: { title: '预约看板', hint: '今天每个时段的人数，改窗口、暂停' },
    checkIn: { title: '签到', hint: '扫码、预约号或身份证号，给排队号' },
    queue: { title: '叫号', hint: '叫下一位、开始办、办完' },
    enter: { title: '代为预约', hint: '电话预约和现场取号' },
    day: { title: '当天的预约', hint: '按状态查看，改时间、取消' },
    dayList: { title: '导出或打印名单', hint: '带走全天名单，要写明用途' },
    windows: { title: '改窗口和人数', hint: '开备用窗口，一段时间一起改' },
    pause: { title: '暂停或恢复预约', hint: '已约的人不受影响' },
    closeDay: { title: '关闭这一天', hint: '取消全天预约，并给每个人另留时间' },
    tasks: { title: '求助任务', hint: '谁要帮忙，答应哪天办好' },
    openTask: { title: '登记求助', hint: '替来人、来电的人登记，请志愿者帮忙' },
    endMandate: { title: '结束委托', hint: '本人来电或来窗口，不想再委托了' },
    volunteers: { title: '志愿者', hint: '登记新的，停止服务' },
    verify: { title: '查验证照和健康码', hint: '扫对方的码，或填 10 位出示码' },
    load: { title: '忙闲统计', hint: '近 30 天各时段、各网点' },
  },
  gate: {
    notForYouNext: '看板、签到和叫号由窗口人员、值班负责人使用。需要时请找本单位负责人开通。',
    supervisorsOnly: '这一页由值班负责人和系统管理员使用。',
  },
  live: {
    asked: '预约系统',
    every: '每 3 秒自动更新。',
    stopped: '没有更新成功，下面可能不是最新的',
    age: (seconds: number) => `这是 ${seconds < 60 ? `${String(seconds)} 秒` : `${String(Math.floor(seconds / 60))} 分钟`}前的。`,
    again: '现在更新',
  },
  place: {
    office: '哪个大厅或站点？',
    choose: '请选择大厅或站点',
    date: '哪一天？',
    next: '下一步',
    change: '换网点或日期',
    changeDate: '换日期',
    keep: '收起',
    today: '今天',
    before: '前一天',
    after: '后一天',
  },
  reason: {
    label: '为什么？',
    hint: '会记录下来；受影响的人会看到',
    kept: '会记录下来',
    wrong: '请写明原因，至少两个字',
  },
} as const
