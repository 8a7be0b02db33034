import { go } from '../../../../platform/navigation'
import { List, ListLink } from '../../../../ui/lists'
import { Screen } from '../../../../ui/screen'
import { Settled } from '../../../../ui/settled'
import { CATALOGUE_PAGES } from '../../catalogue-pages'
import { useDepartments } from '../../hooks/use-catalogue'
import { catalogueText } from '../../text'

const text = catalogueText.departments

/** The departments, those with the most items first. */
export default function DepartmentsPage() {
  return (
    <Screen title={text.title}>
      <Settled lookUp={useDepartments()} what={catalogueText.asked}>
        {({ items }) => (
          <List label={text.list}>
            {items.map(({ department, count }) => (
              <ListLink
                key={department}
                title={department}
                hint={text.count(count)}
                onPress={() => void go(CATALOGUE_PAGES.department, { name: department })}
              />
            ))}
          </List>
        )}
      </Settled>
    </Screen>
  )
}
