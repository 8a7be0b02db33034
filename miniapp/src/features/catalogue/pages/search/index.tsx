import { SEARCH_LENGTH } from '@one-visit/shared/catalogue/rules'
import { View } from '@tarojs/components'
import { go, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { Heading } from '../../../../ui/heading'
import { List, ListLink } from '../../../../ui/lists'
import { SlowNotice } from '../../../../ui/loading'
import { Screen } from '../../../../ui/screen'
import { useErrors } from '../../../../ui/use-errors'
import { SearchResults } from '../../components/search-results'
import { DEPARTMENTS_DOOR, PLACES_DOOR, SELF_SERVICE_DOOR, ZONES_DOOR } from '../../doors'
import { useSearch } from '../../hooks/use-search'
import { catalogueText } from '../../text'

const text = catalogueText.search

/** For who does not know what to type. */
function OtherWays() {
  return (
    <View className="ov-stack">
      <Heading>{text.before}</Heading>
      <List label={text.before}>
        {[ZONES_DOOR, DEPARTMENTS_DOOR, PLACES_DOOR, SELF_SERVICE_DOOR].map(({ title, hint, page }) => (
          <ListLink key={page} title={title} hint={hint} onPress={() => void go(page)} />
        ))}
      </List>
    </View>
  )
}

export default function SearchPage() {
  const search = useSearch((useQuery()['q'] ?? '').slice(0, SEARCH_LENGTH))
  const { errors, passes } = useErrors(null)
  const handleSearch = () => {
    const isEmpty = search.typed.trim() === ''
    if (passes(isEmpty ? [{ name: 'q', message: text.empty }] : [])) search.searchNow()
  }
  const handleType = (typed: string) => {
    search.type(typed)
    if (errors.length > 0) passes([])
  }
  return (
    <Screen title={text.title}>
      <ErrorSummary errors={errors} />
      <Field
        name="q"
        label={text.label}
        hint={text.hint}
        kind="search"
        maxLength={SEARCH_LENGTH}
        error={errorFor(errors, 'q')}
        value={search.typed}
        onChange={handleType}
        onConfirm={handleSearch}
      />
      <Button onPress={handleSearch}>{text.submit}</Button>
      {search.waiting && search.found === null && <SlowNotice what={catalogueText.asked} />}
      <View className={`ov-stack${search.typed.trim() === '' ? '' : ' ov-waiting'}`}>
        <SearchResults search={search} />
        {search.found === null && <OtherWays />}
      </View>
    </Screen>
  )
}
