import { Text, View } from '@tarojs/components'
import { useCounty } from '../../../platform/county'
import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { callPhone } from '../../../platform/phone-call'
import { Button } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { List, ListLink } from '../../../ui/lists'
import { CATALOGUE_PAGES } from '../catalogue-pages'
import { catalogueText } from '../text'

const text = catalogueText.search

/** Nothing fits what was typed: three ways on. */
export function NothingFound() {
  const county = useCounty()
  return (
    <View className="ov-stack">
      <Heading>{text.instead}</Heading>
      <Text>{text.otherWords}</Text>
      <List label={text.instead}>
        <ListLink {...text.byDepartment} onPress={() => void go(CATALOGUE_PAGES.departments)} />
        <ListLink {...text.ask} onPress={() => void go(PAGES.help)} />
      </List>
      {county && (
        <Button kind="secondary" onPress={() => void callPhone(county.phone)}>
          {catalogueText.call(county.phone)}
        </Button>
      )}
    </View>
  )
}
