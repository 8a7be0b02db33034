import type { StaffSessionDto } from '@one-visit/shared/staff/contract'

const ROLES: Readonly<Record<StaffSessionDto['role'], string>> = {
  volunteer: '帮代办人员',
  clerk: '窗口人员',
  supervisor: '值班负责人',
  administrator: '系统管理员',
}

/** Wording for staff. */
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
    signedOut: '您还没有以工作人员身份登录',
    who: '登录信息',
    name: '姓名',
    role: '岗位',
    office: '所在大厅或站点',
    noOffice: '全县',
    roleOf: (role: StaffSessionDto['role']) => ROLES[role],
    signOut: '退出登录',
  },
} as const
