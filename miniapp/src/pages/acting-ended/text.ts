/** Wording of the page that says that a mandate holds no more. */
export const actingEndedText = {
  title: '代办已结束',
  reason: {
    mandate_expired: '这份委托已经到期。',
    mandate_ended: '本人已经结束这份委托，或者这件事已经办完。',
    mandate_not_active: '本人还没有同意这份委托。',
    mandate_unknown: '没有找到这份委托。',
  },
  nothing: '刚才点的这一下没有办成，也没有改动任何内容。手机上不再保留对方的信息。',
  next: '还要继续代办，请本人重新委托：在手机上确认、读出验证码，或带身份证到窗口、便民服务中心办理。',
  home: '回到首页',
  staff: '回到工作首页',
} as const
