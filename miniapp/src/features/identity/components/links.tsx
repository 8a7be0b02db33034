import { go } from '../../../platform/navigation'
import { List, ListLink } from '../../../ui/lists'

interface LinksProps {
  label: string
  links: readonly { title: string; hint: string; page: string }[]
}

/** Rows that lead on. */
export function Links({ label, links }: LinksProps) {
  return (
    <List label={label}>
      {links.map(({ title, hint, page }) => (
        <ListLink key={page} title={title} hint={hint} onPress={() => void go(page)} />
      ))}
    </List>
  )
}
