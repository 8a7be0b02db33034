import { doNothing, type Example } from './example'
import { MonthGrid, type MonthDay } from './month-grid'
import { QrCode } from './qr-code'

const KINDS = ['open', 'full', 'closed'] as const
const SIGNS = { open: '有', full: '满', closed: '休', past: '' } as const
const WORDS = { open: '有名额', full: '约满了', closed: '不办', past: '已过' } as const

const days: readonly MonthDay[] = Array.from({ length: 30 }, (_, index) => {
  const day = index + 1
  const kind = day < 9 ? 'past' : (KINDS[index % 3] ?? 'open')
  return {
    date: `2026-11-${day < 10 ? '0' : ''}${String(day)}`,
    sign: SIGNS[kind],
    kind,
    label: `11月${String(day)}日，${WORDS[kind]}`,
  }
})

export const visitExamples: readonly Example[] = [
  {
    name: '一个月',
    render: () => (
      <MonthGrid
        label="2026年11月"
        weekdays={['周一', '周二', '周三', '周四', '周五', '周六', '周日']}
        days={days}
        firstWeekday={6}
        chosen="2026-11-19"
        onPress={doNothing}
      />
    ),
  },
  { name: '二维码', render: () => <QrCode text="ONE-VISIT:V:1121482905" label="签到二维码，预约号 1121 482 905" /> },
]
