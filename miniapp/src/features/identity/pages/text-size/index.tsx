import { Text } from '@tarojs/components'
import { ELDER_TEXT_SIZES, setElderMode, setElderTextSize, useElderMode } from '../../../../platform/elder-mode'
import { Button } from '../../../../ui/button'
import { RadioGroup } from '../../../../ui/choices'
import { Notice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { accountText } from '../../account-text'

const text = accountText.textSize

function SizeChoice({ textSize }: { textSize: number }) {
  const handleChange = (value: string) => {
    const size = ELDER_TEXT_SIZES.find((known) => String(known) === value)
    if (size !== undefined) setElderTextSize(size)
  }
  return (
    <>
      <RadioGroup
        name="text-size"
        label={text.label}
        choices={ELDER_TEXT_SIZES.map((size) => ({ value: String(size), title: text.sizes[size] }))}
        value={String(textSize)}
        onChange={handleChange}
      />
      <Text>{text.sample}</Text>
    </>
  )
}

export default function TextSizePage() {
  const { on, textSize } = useElderMode()
  return (
    <Screen title={text.title}>
      {on ? (
        <SizeChoice textSize={textSize} />
      ) : (
        <>
          <Notice title={text.elderOff.title} />
          <Button
            onPress={() => {
              setElderMode(true)
            }}
          >
            {text.elderOff.button}
          </Button>
        </>
      )}
    </Screen>
  )
}
