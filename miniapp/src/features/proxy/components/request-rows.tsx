import { View } from '@tarojs/components'
import type { HelpRequestDto } from '@one-visit/shared/proxy/contract'
import { TOPIC_TEXT } from '@one-visit/shared/proxy/rules'
import { go } from '../../../platform/navigation'
import { Heading } from '../../../ui/heading'
import { List, ListLink } from '../../../ui/lists'
import { PROXY_PAGES } from '../proxy-pages'
import { formatWish, requestTag } from '../words'

/** Requests, each leading to its page; nothing when there are none. */
export function RequestRows({ title, requests }: { title: string; requests: readonly HelpRequestDto[] }) {
  if (requests.length === 0) return null
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      <List label={title}>
        {requests.map((request) => (
          <ListLink
            key={request.id}
            title={`${TOPIC_TEXT[request.topic]}（${request.person}）`}
            hint={`${formatWish(request.date, request.part)} · ${request.office.name}`}
            tag={requestTag(request)}
            onPress={() => void go(PROXY_PAGES.request, { id: request.id })}
          />
        ))}
      </List>
    </View>
  )
}
