/** How an item can be done. `proxy`: somebody of the proxy service does it, or comes along. */
export const ITEM_WAYS = ['online', 'counter', 'proxy', 'cross_province'] as const

/**
 * How somebody far away has it done (国办发〔2020〕35号): wholly online, collected there and forwarded to the county that decides, or
 * step by step with help of both sides.
 */
export const CROSS_PROVINCE_WAYS = ['online', 'forwarded', 'helped'] as const

/** What of the app shows how far it is, or its result. */
export const ITEM_LOOK_UPS = ['id-card', 'exit-entry', 'case', 'contributions', 'licences', 'health-code'] as const

export type CrossProvinceWay = (typeof CROSS_PROVINCE_WAYS)[number]
export type ItemLookUp = (typeof ITEM_LOOK_UPS)[number]

/** Characters of a query; what is beyond is not looked at. */
export const SEARCH_LENGTH = 40
/** How many items the app keeps to be found without a network. */
export const OFTEN_USED_ITEMS = 100
