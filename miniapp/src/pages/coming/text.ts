/** What is being prepared: said truthfully, with what works today instead. */
export const COMING = {
  'health-code': { title: '健康码', instead: '现在不需要出示健康码。要用时会在这里告诉您。' },
  licences: { title: '我的证照', instead: '请先带证件原件去办事；证件丢了可以到窗口补办。' },
  proxy: { title: '请人帮办', instead: '请打电话，工作人员会帮您联系帮代办人员。' },
} as const

export type Coming = keyof typeof COMING

export const comingText = {
  title: '正在准备',
  notice: '这项功能正在准备，请打电话',
  call: (phone: string) => `打电话：${phone}`,
  home: '回首页',
} as const

export function isComing(value: string | undefined): value is Coming {
  return value !== undefined && Object.keys(COMING).includes(value)
}
