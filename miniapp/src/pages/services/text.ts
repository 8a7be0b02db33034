export const servicesText = {
  title: '办事',
  booking: '预约',
  codes: '健康码和证照',
  now: '查进度',
  later: '正在准备',
  laterWhy: '下面这些手机上还不能办，点开看现在怎么办。',
  soon: '准备中',
} as const
