import type { ItemSummaryDto } from '@one-visit/shared/catalogue/contract'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { focusable } from '../../../platform/accessibility'
import { moveTo } from '../../../platform/focus'
import { go } from '../../../platform/navigation'
import { TextButton } from '../../../ui/button'
import { useElementId } from '../../../ui/element-id'
import { List, ListLink } from '../../../ui/lists'
import { CATALOGUE_PAGES } from '../catalogue-pages'
import { catalogueText } from '../text'

const { tags, more, part } = catalogueText

/** More at once would be slow to draw on an old phone, and WeChat takes only so much in a call. */
const STEP = 20

function tagOf({ extraDays, online }: ItemSummaryDto) {
  if (extraDays) return { tag: { kind: 'active' as const, text: tags.extraDays } }
  return online ? { tag: { kind: 'quiet' as const, text: tags.online } } : {}
}

interface ItemRowsProps {
  label: string
  items: readonly ItemSummaryDto[]
}

function Rows({ label, items }: ItemRowsProps) {
  return (
    <List label={label}>
      {items.map((item) => (
        <ListLink
          key={item.id}
          title={item.name}
          hint={item.summary}
          {...tagOf(item)}
          onPress={() => void go(CATALOGUE_PAGES.item, { id: item.id })}
        />
      ))}
    </List>
  )
}

/** Those after the first twenty. Says which they are, and takes the focus: the button that showed them may be gone. */
function MoreRows({ label, items, from }: ItemRowsProps & { from: number }) {
  const id = useElementId()(`from-${String(from)}`)
  const which = part(from + 1, from + items.length)
  useEffect(() => {
    moveTo(id)
  }, [id])
  return (
    <>
      <View id={id} className="ov-label" {...focusable}>
        {which}
      </View>
      <Rows label={`${label}，${which}`} items={items} />
    </>
  )
}

/** Items, each leading to its page; twenty, and twenty more at a tap. */
export function ItemRows({ label, items }: ItemRowsProps) {
  const [steps, setSteps] = useState(1)
  const left = items.length - steps * STEP
  const later = Array.from({ length: steps - 1 }, (_, step) => (step + 1) * STEP)
  return (
    <>
      <Rows label={label} items={items.slice(0, STEP)} />
      {later.map((from) => (
        <MoreRows key={from} label={label} items={items.slice(from, from + STEP)} from={from} />
      ))}
      {left > 0 && (
        <TextButton
          onPress={() => {
            setSteps(steps + 1)
          }}
        >
          {more(Math.min(left, STEP))}
        </TextButton>
      )}
    </>
  )
}
