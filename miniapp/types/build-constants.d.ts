/// <reference types="@tarojs/taro" />

/** Address of the BFF without a trailing slash; empty in browsers, where the BFF serves the app itself. Set in config/index.ts. */
declare const API_BASE_URL: string

declare module '*.scss'
