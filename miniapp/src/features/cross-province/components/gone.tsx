import { replace } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { RefusalContent } from '../../../ui/outcome-pages'
import { ACROSS_PAGES } from '../cross-province-pages'
import { useAsked } from '../subject'
import { acrossText } from '../text'

interface Words {
  title: string
  action: string
}

const refusalOf = ({ title, action }: Words) => ({ title, action, detail: title, requestId: null })

/** No such region, or none at all to choose from. */
export function NoSuchRegion() {
  return (
    <RefusalContent refusal={refusalOf(acrossText.items.gone)}>
      <Button onPress={() => void replace(ACROSS_PAGES.start)}>{acrossText.items.other}</Button>
    </RefusalContent>
  )
}

/** The two do not do this item together, or not for that side: another region may, and the region does others. */
export function NoSuchItem() {
  const { side, region, item } = useAsked()
  const about = item === '' ? {} : { item }
  return (
    <RefusalContent refusal={refusalOf(acrossText.item.gone)}>
      <Button
        onPress={() =>
          void (side === null ? replace(ACROSS_PAGES.start, about) : replace(ACROSS_PAGES.region, { side, ...about }))
        }
      >
        {acrossText.items.other}
      </Button>
      {side !== null && region !== '' && (
        <Button kind="secondary" onPress={() => void replace(ACROSS_PAGES.items, { side, region })}>
          {acrossText.item.otherItems}
        </Button>
      )}
    </RefusalContent>
  )
}

/** What cannot be applied for here, or is no longer asked: back to where the item is explained. */
export function BackToItem({ words }: { words: Words }) {
  const { side, region, item } = useAsked()
  return (
    <RefusalContent refusal={refusalOf(words)}>
      <Button onPress={() => void replace(ACROSS_PAGES.item, { side: side ?? undefined, region, item })}>
        {acrossText.question.toItem}
      </Button>
    </RefusalContent>
  )
}

/** Another person's application, or a link that was cut. */
export function NoSuchApplication() {
  return (
    <RefusalContent refusal={refusalOf(acrossText.application.gone)}>
      <Button onPress={() => void replace(ACROSS_PAGES.applications)}>{acrossText.application.toList}</Button>
    </RefusalContent>
  )
}

/** Nobody to do anything with yet. */
export function NoRegions() {
  return (
    <RefusalContent refusal={refusalOf(acrossText.region.none)}>
      <Button onPress={() => void replace(PAGES.help)}>{acrossText.help}</Button>
    </RefusalContent>
  )
}

/** No region does this item for the side that was chosen: the other side may. */
export function NoRegionForItem({ item }: { item: string }) {
  return (
    <RefusalContent refusal={refusalOf(acrossText.region.noneForItem)}>
      <Button onPress={() => void replace(ACROSS_PAGES.start, { item })}>{acrossText.region.otherWay}</Button>
      <Button kind="secondary" onPress={() => void replace(PAGES.help)}>
        {acrossText.help}
      </Button>
    </RefusalContent>
  )
}

/** Answers to check while a question has none. */
export function AnswerFirst({ page }: { page: string }) {
  return (
    <>
      <Notice title={acrossText.check.begin.title} />
      <Button onPress={() => void replace(page)}>{acrossText.check.begin.button}</Button>
    </>
  )
}
