import { Text, View } from '@tarojs/components'
import type { MandateSlipDto } from '@one-visit/shared/proxy/contract'
import { EVIDENCE_TEXT, formatMandateNumber, MANDATE_STATUS_TEXT, OPERATION_TEXT } from '@one-visit/shared/proxy/rules'
import { CAN_PRINT, printPage } from '../platform/print'
import { Button } from './button'
import { Heading } from './heading'
import { SummaryList, type SummaryRow } from './lists'
import { Notice } from './notice'
import { QrCode } from './qr-code'
import { formatInstant } from './when'

type Slip = MandateSlipDto

/** Here and not in text.ts, which comes into the main package. */
const text = {
  facts: '委托内容',
  number: '委托编号',
  principal: '谁委托的',
  actor: '谁来代办',
  kinds: { resident: '家人', volunteer: '志愿者' },
  scope: '可以代办什么',
  evidence: '怎样同意的',
  notYet: '本人还没有同意',
  from: '从',
  until: '到',
  status: '现在',
  qr: (number: string) => `委托二维码，编号 ${number}`,
  nothing: '编号和二维码只用来核对，单凭它们办不了任何事。没有写明的事，代办人一件也不能办。',
  end: '不想委托了，怎么办？',
  byPhone: (phone: string, number: string) => `打电话 ${phone}，报委托编号 ${number} 和本人身份证后四位。打完就结束。`,
  inApp: '会用手机的，也可以在手机上结束。',
  atCounter: (address: string) => `也可以带身份证到窗口：${address}`,
  print: '打印',
  cannotPrint: '微信里不能打印。请在电脑的浏览器里打开后打印，或请窗口打印。',
} as const

/** One operation with what it is for: 预约、改约、取消到场办事：户籍业务、车驾管业务 */
export function operationLine({ operation, items }: Slip['scope'][number]): string {
  return items === null ? OPERATION_TEXT[operation] : `${OPERATION_TEXT[operation]}：${items.map(({ name }) => name).join('、')}`
}

function rowsOf({ principal, actor, scope, evidence, status, startsAt, expiresAt }: Slip): SummaryRow[] {
  const actorLine = [actor.name, text.kinds[actor.kind], ...(actor.office === null ? [] : [actor.office])].join(' · ')
  return [
    { label: text.principal, value: principal },
    { label: text.actor, value: actorLine },
    {
      label: text.scope,
      value: scope.map((entry) => <View key={entry.operation}>{operationLine(entry)}</View>),
    },
    ...(startsAt === null ? [] : [{ label: text.from, value: formatInstant(startsAt) }]),
    { label: text.until, value: formatInstant(expiresAt) },
    { label: text.evidence, value: evidence === null ? text.notYet : EVIDENCE_TEXT[evidence] },
    ...(status === 'active' ? [] : [{ label: text.status, value: MANDATE_STATUS_TEXT[status] }]),
  ]
}

/** A mandate on paper: one A4 page in large type, for the person and for the one who acts. Below it, off the paper, printing. */
export function MandateSlip({ slip }: { slip: Slip }) {
  const number = formatMandateNumber(slip.number)
  return (
    <>
      <View className="ov-slip">
        <View className="ov-slip-head">
          <View>
            <Text className="ov-label">{text.number}</Text>
            <View className="ov-slip-number">{number}</View>
          </View>
          <QrCode text={slip.qr} label={text.qr(number)} />
        </View>
        <SummaryList label={text.facts} rows={rowsOf(slip)} />
        <View>
          <Heading>{text.end}</Heading>
          <View>{text.byPhone(slip.endPhone, number)}</View>
          <View>{text.inApp}</View>
          {slip.officeAddress !== null && <View>{text.atCounter(slip.officeAddress)}</View>}
        </View>
        <Text className="ov-soft">{text.nothing}</Text>
      </View>
      <View className="ov-stack ov-no-print">
        {CAN_PRINT ? <Button onPress={printPage}>{text.print}</Button> : <Notice title={text.cannotPrint} />}
      </View>
    </>
  )
}
