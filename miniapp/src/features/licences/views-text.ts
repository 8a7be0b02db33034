import type { LicenceViewDto } from '@one-visit/shared/licences/contract'

const KINDS: Readonly<Record<LicenceViewDto['kind'], string>> = {
  presented: '您出示了',
  verified: '对方查验了',
  staff_view: '窗口人员看了',
  volunteer_view: '帮代办人员看了',
  family_view: '家人看了',
}

const ACTORS: Readonly<Record<NonNullable<LicenceViewDto['by']>['kind'], string>> = { family: '家人', volunteer: '志愿者' }

/** 由志愿者刘*强出示；志愿者刘*强看了 */
function doneBy({ kind, by }: Pick<LicenceViewDto, 'kind' | 'by'>): string {
  if (by === null) return KINDS[kind]
  const who = `${ACTORS[by.kind]}${by.name ?? ''}`
  return kind === 'presented' ? `由${who}出示` : `${who}看了`
}

/** Wording of the log of who looked at the licences. */
export const viewsText = {
  title: '谁看过我的证照',
  asked: '查看记录',
  list: '查看记录，新的在前',
  what: (view: Pick<LicenceViewDto, 'kind' | 'by'>, licence: string) => `${doneBy(view)}：${licence}`,
  content: ({ kind, by }: Pick<LicenceViewDto, 'kind' | 'by'>, labels: readonly string[]) =>
    `${kind !== 'presented' ? '看到' : by === null ? '您选' : '出示'}的内容：${labels.join('、')}`,
  place: (place: string) => `在哪里：${place}`,
  purpose: (purpose: string) => `为什么：${purpose}`,
  none: '还没有人看过您的证照',
  noneNext: '您每次出示，工作人员每次查验，都会记在这里。',
  unknown: '有您不认识的查看？请打下面的电话。',
  more: '看更早的',
  end: '没有更早的记录了',
  export: '导出全部记录',
  ready: '记录已取出，请保存',
  save: '保存文件',
  send: '发到聊天里保存',
  saved: '已保存',
  refused: '没有保存成功，请再点一次',
  fileName: (day: string) => `证照查看记录-${day}.csv`,
  columns: ['时间', '做了什么', '证照', '内容', '在哪里', '为什么'],
  doneBy,
} as const
