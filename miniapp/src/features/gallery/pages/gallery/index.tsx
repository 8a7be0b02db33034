import { Text, View } from '@tarojs/components'
import { ELDER_TEXT_SIZES, type ElderMode } from '../../../../platform/elder-mode'
import { allExamples } from '../../../../ui/all-examples'
import { ScreenId } from '../../../../ui/element-id'
import type { Example } from '../../../../ui/example'
import { Heading } from '../../../../ui/heading'
import { Screen } from '../../../../ui/screen'
import { ThemeFrame } from '../../../../ui/theme'

const MODES: readonly (ElderMode & { title: string })[] = [
  { title: '普通版', on: false, textSize: ELDER_TEXT_SIZES[0], answered: true },
  { title: '长辈版', on: true, textSize: ELDER_TEXT_SIZES[0], answered: true },
]

function ExampleFrame({ example, id }: { example: Example; id: string }) {
  return (
    <View className="ov-stack">
      <Heading level={3}>{example.name}</Heading>
      {MODES.map((mode) => (
        <ScreenId.Provider key={mode.title} value={`${id}-${mode.on ? 'elder' : 'ordinary'}`}>
          <Text className="ov-soft">{mode.title}</Text>
          <ThemeFrame mode={mode}>{example.render()}</ThemeFrame>
        </ScreenId.Provider>
      ))}
    </View>
  )
}

/** Every component of src/ui in every state, in both modes. Browser build only. */
export default function GalleryPage() {
  return (
    <Screen title="组件一览">
      {allExamples.map((group, groupIndex) => (
        <View key={group.title} className="ov-stack">
          <Heading>{group.title}</Heading>
          {group.examples.map((example, index) => (
            <ExampleFrame key={example.name} example={example} id={`example-${String(groupIndex)}-${String(index)}`} />
          ))}
        </View>
      ))}
    </Screen>
  )
}
