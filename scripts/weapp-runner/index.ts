/**
 * Runs and checks a built WeChat package (`taro build --type weapp`) without WeChat: `launch` for journeys, `checkPackage` for
 * what WeChat refuses before anything runs. No real layout, canvas draws nothing; it does not replace a look on a phone.
 */
export { launch } from './launch'
export type { LaunchOptions } from './options'
export type { WeappApp } from './weapp-app'
export { checkPackage } from './static-check'
