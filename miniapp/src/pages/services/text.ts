export const servicesText = {
  title: '办事',
  catalogue: '找要办的事',
  booking: '预约',
  codes: '健康码和证照',
  now: '查进度',
  help: '找人帮忙',
} as const
