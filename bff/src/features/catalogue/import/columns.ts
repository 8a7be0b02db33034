import { toCsv } from '@one-visit/shared/kernel/csv'
import type { CountyPack } from '../../../platform/county-pack'
import type { ServiceItem } from '../../../platform/county-pack/items-file'
import {
  choice,
  type CellForm,
  documents,
  list,
  matching,
  orNothing,
  type PackNames,
  words,
  wordsOrNothing,
  workingDays,
} from './cell-forms'

/** A column of the county's table: what its heading says, and how the field stands in a cell. */
export interface Column {
  readonly key: keyof ServiceItem
  readonly heading: string
  /** Throws `CellMistake`. */
  read(text: string, names: PackNames): unknown
  write(item: ServiceItem, names: PackNames): string
}

function column<K extends keyof ServiceItem>(key: K, heading: string, form: CellForm<ServiceItem[K]>): Column {
  return {
    key,
    heading,
    read: (text, names) => form.read(form.byLines ? text : text.trim(), names),
    write: (item, names) => form.write(item[key], names),
  }
}

const oneOf = <T extends string | number>(meanings: Readonly<Record<string, T>>): CellForm<T> => {
  const known = new Map(Object.entries(meanings))
  return choice(() => known)
}

const ID = matching(/^[a-z0-9][a-z0-9-]{0,39}$/, '只能用小写字母、数字和连字符，最多 40 个')
const CODE = matching(/^[0-9A-Z]{12}$/, '基本编码是 12 位数字或大写字母；如果被显示成 4.3E+11 这样，请先把这一列设为文本')

/** How the parts are called of which it can be said that they are sample data. */
const SAMPLE = {
  材料: 'documents',
  收费: 'fee',
  办理时限: 'promisedWorkingDays',
  步骤: 'steps',
  谁能办: 'who',
  基本编码: 'code',
  办理地点: 'places',
  手机办理: 'online',
} as const

/** In the order of the template. */
export const COLUMNS: readonly Column[] = [
  column('id', '编号', ID),
  column('name', '名称', words),
  column('aliases', '大家的叫法', list(words, { atLeast: 1 })),
  column('summary', '一句话说明', words),
  column('who', '谁能办', words),
  column('audience', '对象', oneOf({ 个人: 'people', 企业: 'business' })),
  column('department', '部门', words),
  column('code', '基本编码', orNothing(CODE)),
  column('documents', '材料', documents),
  column('fee', '收费', wordsOrNothing('免费', '不收费')),
  column('promisedWorkingDays', '办理时限', workingDays),
  column(
    'ways',
    '办理方式',
    list(oneOf({ 网上办: 'online', 窗口办: 'counter', 帮代办: 'proxy', 跨省通办: 'cross_province' }), { atLeast: 1 }),
  ),
  column('steps', '步骤', list(words, { atLeast: 1 })),
  column('itemGroup', '预约类别', orNothing(choice(({ itemGroups }) => itemGroups))),
  column('places', '办理地点', {
    read: (text, names) => PLACES.get(text) ?? words.read(text, names),
    write: (value) => [...PLACES].find(([, place]) => place === value)?.[0] ?? value,
  }),
  column(
    'lookUp',
    '进度查询',
    orNothing(
      oneOf({
        身份证: 'id-card',
        出入境证件: 'exit-entry',
        办件: 'case',
        社保缴费: 'contributions',
        电子证照: 'licences',
        健康码: 'health-code',
      }),
    ),
  ),
  column('online', '手机办理', wordsOrNothing()),
  column('zones', '专区', list(choice(({ zones }) => zones))),
  column('lifeEvent', '一件事', wordsOrNothing()),
  column('crossProvince', '跨省方式', orNothing(oneOf({ 全程网办: 'online', 代收代办: 'forwarded', 多地联办: 'helped' }))),
  column('often', '多久有人问', oneOf({ 每天: 1, 每周: 2, 有时: 3, 很少: 4 })),
  column('sample', '演示数据', list(oneOf(SAMPLE))),
]

const PLACES: ReadonlyMap<string, string> = new Map([
  ['县级大厅', 'hall'],
  ['大厅和乡镇', 'all'],
])

export function namesOf({ itemGroups, zones }: CountyPack): PackNames {
  const idsByName = (entries: readonly { readonly id: string; readonly name: string }[]) =>
    new Map(entries.map(({ id, name }) => [name, id]))
  return { itemGroups: idsByName(itemGroups), zones: idsByName(zones) }
}

/** The county's present list as the table that is imported: to begin from, and to show how it is filled in. No cell is a formula. */
export function writeTemplate(pack: CountyPack): string {
  const names = namesOf(pack)
  const rows = [COLUMNS.map(({ heading }) => heading), ...pack.items.map((item) => COLUMNS.map((one) => one.write(item, names)))]
  return toCsv(rows)
}
