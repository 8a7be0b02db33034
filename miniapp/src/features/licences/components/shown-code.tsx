import { Text, View } from '@tarojs/components'
import type { PresentationDto } from '@one-visit/shared/licences/contract'
import { QrCode } from '../../../ui/qr-code'
import { typeName } from '../choices'
import { presentText } from '../present-text'

const text = presentText.show

/** ABCDE 23456: read out in two breaths. */
const inTwo = (code: string): string => `${code.slice(0, 5)} ${code.slice(5)}`

/** The code, how long it counts, and the same to be typed. An offline one holds much, so it is drawn as large as the screen allows. */
export function ShownCode({ presentation, secondsLeft }: { presentation: PresentationDto; secondsLeft: number }) {
  const { qr, code, way } = presentation
  return (
    <View className="ov-code">
      <Text className="ov-code-name">{typeName(presentation)}</Text>
      <QrCode text={qr} label={text.qr(typeName(presentation))} large={way === 'offline'} />
      <Text className="ov-code-time">{text.left(secondsLeft)}</Text>
      {code !== null && (
        <>
          <Text>{text.typed}</Text>
          <Text className="ov-code-typed">{inTwo(code)}</Text>
        </>
      )}
      <Text>{way === 'online' ? text.once : text.offline}</Text>
    </View>
  )
}
