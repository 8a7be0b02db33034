import { CATALOGUE_PAGES } from './catalogue-pages'

/** The ways in, on the first screen and under 办事. Their words are here: text.ts would come into the main package with them. */
export const SEARCH_DOOR = {
  title: '找要办的事',
  hint: '比如“身份证丢了”“老人走了”，怎么说都行',
  page: CATALOGUE_PAGES.search,
} as const
export const ZONES_DOOR = { title: '专区', hint: '公安、健康、养老、乡村振兴、企业开办等', page: CATALOGUE_PAGES.zones } as const
export const PLACES_DOOR = {
  title: '办事网点',
  hint: '县里的大厅和各乡镇的地址、电话、地图',
  page: CATALOGUE_PAGES.places,
} as const
export const SELF_SERVICE_DOOR = {
  title: '24 小时自助服务区',
  hint: '窗口下班了也能用的机器，每台能办什么',
  page: CATALOGUE_PAGES.selfService,
} as const
export const DEPARTMENTS_DOOR = {
  title: '全部事项',
  hint: '按部门看，带什么、多久办好、到哪里办',
  page: CATALOGUE_PAGES.departments,
} as const
