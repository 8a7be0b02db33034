import { go } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { RefusalContent } from '../../../ui/outcome-pages'
import { CATALOGUE_PAGES } from '../catalogue-pages'
import { catalogueText } from '../text'

/** A link that was cut, or a thing that is no more: the two ways to find it anew. */
export function NothingHere({ title, action }: { title: string; action: string }) {
  return (
    <RefusalContent refusal={{ title, detail: title, action, requestId: null }}>
      <Button onPress={() => void go(CATALOGUE_PAGES.search)}>{catalogueText.toSearch}</Button>
      <Button kind="secondary" onPress={() => void go(CATALOGUE_PAGES.departments)}>
        {catalogueText.toDepartments}
      </Button>
    </RefusalContent>
  )
}
