/** Wording of what the pages of the main package show of cases. Apart, so that they do not carry the rest. */
export const doorsText = {
  doors: {
    caseNumber: { title: '查办件进度', hint: '用受理回执上的编号查' },
    myCases: { title: '我的办件', hint: '各部门正在办的，要登录和实名' },
    idCard: { title: '身份证进度', hint: '换领、补领办到哪一步了' },
    exitEntry: { title: '出入境证件进度', hint: '护照、港澳通行证等' },
    follows: { title: '我关注的办件', hint: '有变化时会告诉您' },
  },
  department: {
    title: (name: string, state: 'slow' | 'down') => (state === 'slow' ? `${name}现在比较慢` : `${name}暂时不能用`),
    slow: '可以照常查，可能要多等一会儿。',
    down: '现在查可能没有结果，会给您看上一次的；急办请打电话。',
    since: (when: string) => `从 ${when} 开始`,
  },
  follows: {
    waiting: '需要您做的办件',
    list: '关注的办件，最近有变化的在前',
    changed: (department: string, when: string) => `${department} · ${when} 有变化`,
  },
} as const
