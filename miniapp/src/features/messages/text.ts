/** Wording of the messages tab. */
export const messagesText = {
  title: '消息',
  signIn: { title: '登录后能看到您的消息', detail: '您关注的办件有变化、您的预约快到时间，都会在这里告诉您。', button: '登录' },
  list: '消息，最近的在前',
  unreadCount: (count: number) => `${String(count)} 条未读`,
  unread: '未读',
  read: '已读',
  markRead: '标为已读',
  markReadOf: (title: string) => `把“${title}”标为已读`,
  none: '还没有消息',
  noneNext: '关注一件办件，有变化时会在这里告诉您；约好的时间快到时也会在这里提醒。',
  start: '去查办件',
  more: '看更早的',
  end: '已经是全部消息了。',
  waitingFor: '服务器',
} as const
