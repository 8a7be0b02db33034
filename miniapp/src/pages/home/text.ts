export const homeText = {
  title: (county: string | undefined) => (county === undefined ? '一件事一次办' : `${county} · 一件事一次办`),
  about: '在手机上查办件、办事情；不方便时，可以打电话或到大厅窗口。',
  list: '可以做的事',
  services: '办事',
  messages: '我的消息',
  me: '我的账号',
  call: '打电话问',
  elder: '长辈版',
  elderHint: '字大一些，只留常用的',
  offer: '您手机的字调得比较大，要换成长辈版吗？',
  offerYes: '换成长辈版',
  offerNo: '不用换',
} as const
