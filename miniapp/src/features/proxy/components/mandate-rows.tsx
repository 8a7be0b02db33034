import { View } from '@tarojs/components'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { OPERATION_TEXT } from '@one-visit/shared/proxy/rules'
import { go } from '../../../platform/navigation'
import { Heading } from '../../../ui/heading'
import { List, ListLink } from '../../../ui/lists'
import { formatInstant } from '../../../ui/when'
import { mandateText } from '../mandate-text'
import { PROXY_PAGES } from '../proxy-pages'
import { mandateTag } from '../words'

interface MandateRowsProps {
  title: string
  mandates: readonly MandateDto[]
  /** Whose name tells them apart: who acts, or for whom. */
  by: 'actor' | 'principal'
}

function hintOf({ scope, expiresAt, endedAt }: MandateDto): string[] {
  const what = scope.map(({ operation }) => OPERATION_TEXT[operation]).join('；')
  return [what, mandateText.list.until(formatInstant(endedAt ?? expiresAt))]
}

/** Mandates, each leading to its page; nothing when there are none. */
export function MandateRows({ title, mandates, by }: MandateRowsProps) {
  if (mandates.length === 0) return null
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      <List label={title}>
        {mandates.map((mandate) => (
          <ListLink
            key={mandate.id}
            title={by === 'actor' ? mandate.actor.name : mandate.principal}
            hint={hintOf(mandate)}
            tag={mandateTag(mandate)}
            onPress={() => void go(PROXY_PAGES.mandate, { id: mandate.id })}
          />
        ))}
      </List>
    </View>
  )
}
