import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { back } from '../../../platform/navigation'
import { usePageShown } from '../../../platform/page-shown'
import { Button } from '../../../ui/button'
import { Loading } from '../../../ui/loading'
import { LastCopyNotice, Notice, ProblemNotice } from '../../../ui/notice'
import { useMessages } from '../hooks/use-messages'
import { messagesText } from '../text'
import { MessageList } from './message-list'

interface InboxProps {
  /** The way on for whoever has no message yet. */
  whenEmpty: ReactNode
}

/** The messages of the person who is signed in. */
export function Inbox({ whenEmpty }: InboxProps) {
  const { items, unread, asOf, problem, hasMore, loadingMore, again, refresh, more, open, markRead } = useMessages()
  usePageShown(refresh)
  if (items === undefined) {
    if (problem) return <ProblemNotice problem={problem} onRetry={again} />
    return <Loading what={messagesText.waitingFor} onRetry={again} onLeave={() => void back()} />
  }
  return (
    <>
      {problem && <LastCopyNotice asOf={asOf} />}
      {problem && <ProblemNotice problem={problem} onRetry={again} />}
      {unread > 0 && <Text>{messagesText.unreadCount(unread)}</Text>}
      {items.length === 0 ? (
        <>
          <Notice title={messagesText.none}>{messagesText.noneNext}</Notice>
          {whenEmpty}
        </>
      ) : (
        <>
          <MessageList items={items} open={open} markRead={markRead} />
          {hasMore ? (
            <Button kind="secondary" onPress={more} busy={loadingMore}>
              {messagesText.more}
            </Button>
          ) : (
            <Text className="ov-soft">{messagesText.end}</Text>
          )}
        </>
      )}
    </>
  )
}
