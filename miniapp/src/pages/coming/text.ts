/** What is being prepared: said truthfully, with what works today instead. */
export const COMING = {
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
