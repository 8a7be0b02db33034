import { useQuery } from '../../../../platform/navigation'
import { Screen } from '../../../../ui/screen'
import { Settled } from '../../../../ui/settled'
import { ItemRows } from '../../components/item-rows'
import { NothingHere } from '../../components/nothing-here'
import { useItemsOf } from '../../hooks/use-catalogue'
import { catalogueText } from '../../text'

const text = catalogueText.department

/** All items of a department. The BFF answers with none when there is no such department. */
export default function DepartmentPage() {
  const name = useQuery()['name'] ?? ''
  const items = useItemsOf(name)
  const none = <NothingHere {...text.none} />
  return (
    <Screen title={name === '' ? text.untitled : text.title(name)}>
      {name === '' ? (
        none
      ) : (
        <Settled lookUp={items} what={catalogueText.asked} gone={none}>
          {(data) => (data.items.length === 0 ? none : <ItemRows label={text.title(name)} items={data.items} />)}
        </Settled>
      )}
    </Screen>
  )
}
