/** Which of the two builds this is. A constant at build time, so the other target's code is dropped from the bundle. */
export const IS_WEAPP = process.env.TARO_ENV === 'weapp'
export const IS_BROWSER = process.env.TARO_ENV === 'h5'
