function durationText(seconds: number): string {
  if (seconds < 60) return `${String(seconds)} 秒`
  return seconds < 3600 ? `${String(Math.ceil(seconds / 60))} 分钟` : `${String(Math.ceil(seconds / 3600))} 小时`
}

/** Wording of the frame and the base components, in one place. */
export const uiText = {
  acting: {
    label: '正在代办',
    for: (person: string) => `您正在为 ${person} 办理`,
    end: '结束代办',
    own: '这里是您自己的内容',
    ownNext: '要看自己的，请先点上面的“结束代办”。',
    doors: '看能代办什么',
    over: '这一页已经收起',
    overNext: '它是给别人办事用的，代办结束后不再显示。',
    home: '回到首页',
  },
  back: '返回',
  busy: '请稍候…',
  call: (phone: string) => `打电话问：${phone}`,
  callHours: (hours: string) => `接听时间：${hours}`,
  camera: {
    on: '摄像头已打开，请把码放在画面中间。画面只在这台设备上看，不会上传。',
    picture: '摄像头的画面',
    close: '关闭摄像头',
    denied: { title: '没有打开摄像头', children: '浏览器没有允许使用摄像头。请在浏览器的设置里允许，或直接填写。' },
    none: { title: '这台设备扫不了码', children: '没有找到能用的摄像头。请直接填写，或用扫码枪。' },
  },
  change: (label: string) => `修改${label}`,
  errorSummary: (count: number) => `有 ${String(count)} 处需要修改`,
  field: { error: '错误：', optional: '（可以不填）' },
  next: '下一步',
  lastCopy: (when: string) => `这是 ${when} 的结果，现在没有查到更新的。`,
  loading: '正在加载',
  nextSteps: '接下来',
  offline: '现在没有网络。看到的可能是以前的内容，已填的内容不会丢。',
  privacyNotice: '看完整的隐私说明',
  readAloud: {
    start: '朗读本页',
    stop: '停止朗读',
    how: '想听这一页',
    unable: '这里不能直接朗读',
    instead: '请在手机“设置”的“辅助功能”里打开屏幕朗读，或者打电话问。',
  },
  /** The end of the id is enough to find it in the log, and short enough to say on the telephone. */
  requestId: (id: string) => `打电话时请报问题编号：${id.slice(-6).toUpperCase()}`,
  retry: '再试一次',
  retryAfter: (seconds: number) => `请在 ${durationText(seconds)}后再试。`,
  sessionAnew: '现在重新登录',
  sessionContinue: '继续使用',
  sessionEnds: (when: string) => `您的登录将在 ${when} 到期`,
  sessionEndsForGood: (when: string) => `为了您的安全，${when} 以后需要重新登录`,
  show: (label: string) => `显示${label}`,
  hide: (label: string) => `隐藏${label}`,
  slow: (what: string) => `${what}较慢，正在等待`,
  slowChoice: '您可以继续等，也可以先去做别的，稍后再来看。',
  stopWaiting: '先不等了',
  tabs: '主要栏目',
  wayIn: {
    sign_in_required: '去登录',
    session_expired: '重新登录',
    real_name_required: '去实名',
    step_up_required: '去确认',
  },
  unread: (count: number) => `${String(count)} 条未读`,
  codeAgain: (seconds: number) => `${String(seconds)} 秒后可重新获取`,
  codeSend: '获取验证码',
} as const
