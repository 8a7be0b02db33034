/// <reference types="@tarojs/taro" />

/** Address of the BFF without a trailing slash; empty in browsers, where the BFF serves the app itself. Set in config/index.ts. */
declare const API_BASE_URL: string

/** WeChat's ids of the subscribe-message templates, by our names; empty: WeChat is not asked. Set in config/index.ts. */
declare const WECHAT_TEMPLATES: Readonly<Record<'case_changed' | 'visit', string>>

declare module '*.scss'

/** Published without types; used by component tests only. */
declare module '@tarojs/components-react/dist/components/*/index.js' {
  import type { ComponentType } from 'react'
  const component: ComponentType<Record<string, unknown>>
  export { component as default }
}
